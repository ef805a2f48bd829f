import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { LoadFailed } from '../../../components/load-failed';
import { PageHeader } from '../../../components/page-header';
import { SelectField } from '../../../components/select-field';
import { PageSkeleton } from '../../../components/skeleton';
import { useMessages } from '../../../lib/language';
import { useUrlState } from '../../../lib/use-url-state';
import { fairQuery, type FairDesk, type FairDetail } from '../api';
import { fairWords } from '../messages';
import { useOwnDesks } from '../own-desks';
import { dayMessages } from './day-messages';
import { DeskDay } from './desk-day';

const DEFAULTS = { desk: '' } as const;

/** The own desk today; who runs several chooses one. */
export default function DeskPage() {
  const t = useMessages(dayMessages);
  const { id = '' } = useParams();
  const { data: fair, error, isPending, refetch } = useQuery(fairQuery(id));
  if (isPending) return <PageSkeleton label={t('loading')} />;
  if (fair === undefined) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  return <OneFair fair={fair} />;
}

function OneFair({ fair }: { readonly fair: FairDetail }) {
  const t = useMessages(dayMessages);
  const word = useMessages(fairWords);
  const { desks, isPending, error, refetch, data } = useOwnDesks(fair);
  const [state, change] = useUrlState(DEFAULTS);
  const desk =
    desks.find(({ id }) => id === state.desk) ?? desks.find(({ id }) => id === fair.ownDeskId) ?? desks[0];
  return (
    <div className="stack stack--tight">
      <PageHeader
        title={t('deskTitle')}
        description={[fair.name, desk && nameOf(desk)].filter(Boolean).join(' · ')}
        crumbs={[
          { label: word('fairs'), to: '/fairs' },
          { label: fair.name, to: `/fairs/${fair.id}` },
        ]}
        actions={
          <LinkButton variant="secondary" size="small" icon="columns" to={`/fairs/${fair.id}/timetable`}>
            {t('toTimetable')}
          </LinkButton>
        }
      />
      {error !== null && data === undefined && <LoadFailed error={error} onRetry={() => void refetch()} />}
      {desks.length > 1 && desk !== undefined && (
        <SelectField
          label={t('desk')}
          emptyLabel={null}
          value={desk.id}
          options={desks.map((one) => ({ value: one.id, label: nameOf(one) }))}
          onChange={(event) => change({ desk: event.target.value })}
        />
      )}
      {desk !== undefined && <DeskDay key={desk.id} fair={fair} deskId={desk.id} />}
      {desk === undefined && (!isPending || fair.stands.length === 0) && error === null && (
        <EmptyState
          title={t('noDesk')}
          text={t('noDeskText')}
          action={<LinkButton to={`/fairs/${fair.id}`}>{t('toFair')}</LinkButton>}
        />
      )}
    </div>
  );
}

const nameOf = ({ institutionName, departmentName }: FairDesk) =>
  [institutionName, departmentName].filter(Boolean).join(' ');
