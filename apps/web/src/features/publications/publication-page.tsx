import type { MoneyUnit } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { LinkButton } from '../../components/link-button';
import { LoadFailed } from '../../components/load-failed';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { PrintButton } from '../../components/print-button';
import { PageSkeleton } from '../../components/skeleton';
import { StatCard } from '../../components/stat-card';
import { Tabs } from '../../components/tabs';
import { UnitSwitch } from '../../components/unit-switch';
import { showDay, showInstant } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { moneyMessages, moneyUnitFrom, showKrw } from '../../lib/money-format';
import { rateFormula, showRate } from '../../lib/rate-format';
import { mayUse, useSession } from '../../lib/session';
import { useUrlState } from '../../lib/use-url-state';
import { publicationQuery, versionsQuery, type Publication } from './api';
import { publicationMessages } from './messages';
import { PublicationDifference } from './publication-difference';
import { usePublicationNames } from './publication-names';
import { PublicationNotice } from './publication-notice';
import { PublishedPolicy } from './published-policy';
import { PublishedBars, PublishedTable } from './published-ranking';
import './publications.css';

const STATE = { unit: 'thousand_won', view: 'table' } as const;

/** One publication as it was frozen: figures, policy, version, difference and notice. Open to everybody. */
export default function PublicationPage() {
  const t = useMessages(publicationMessages);
  const { id = '' } = useParams();
  const publication = useQuery(publicationQuery(id));
  if (publication.isPending) return <PageSkeleton label={t('title')} />;
  if (publication.isError) {
    return (
      <div className="stack">
        <PageHeader title={t('title')} />
        <LoadFailed error={publication.error} onRetry={() => void publication.refetch()} />
      </div>
    );
  }
  return <Frozen publication={publication.data} />;
}

function Frozen({ publication }: { readonly publication: Publication }) {
  const t = useMessages(publicationMessages);
  const { language } = useLanguage();
  const { nameOf, periodOf } = usePublicationNames();
  const [state, change] = useUrlState(STATE);
  const unit = moneyUnitFrom(state.unit) ?? 'thousand_won';
  const rowsAddress = useRowsAddress(publication);
  const rowsLink = (departmentId: string) =>
    rowsAddress === undefined || publication.scope === 'districts'
      ? rowsAddress
      : `${rowsAddress}?departmentId=${departmentId}`;
  const { average } = publication;
  return (
    <div className="stack publication">
      <PageHeader
        title={nameOf(publication)}
        crumbs={[{ label: t('title'), to: '/publications' }]}
        description={[
          periodOf(publication),
          t('versionName', { version: publication.version }),
          `${t('asOf')} ${showDay(publication.asOf, language)}`,
        ].join(' · ')}
        actions={
          <>
            <UnitSwitch unit={unit} onChange={(next) => change({ unit: next })} />
            <PrintButton />
          </>
        }
      />
      <Versions publication={publication} />
      <Totals publication={publication} unit={unit} to={rowsAddress} />
      <section className="panel stack stack--tight" aria-label={t('ranking')}>
        {average.display !== null && (
          <p className="publication-hint">
            {t('average', { rate: `${average.display}%`, count: average.counted })}
          </p>
        )}
        <Tabs
          label={t('views')}
          selected={state.view === 'picture' ? 'picture' : 'table'}
          onSelect={(view) => change({ view })}
          items={[
            {
              id: 'table',
              label: t('viewTable'),
              content: <PublishedTable publication={publication} unit={unit} rowsLink={rowsLink} />,
            },
            {
              id: 'picture',
              label: t('viewPicture'),
              content: <PublishedBars publication={publication} unit={unit} rowsLink={rowsLink} />,
            },
          ]}
        />
      </section>
      <PublicationDifference
        publication={publication}
        unit={unit}
        changedLink={rowsAddress === undefined ? undefined : `${rowsAddress}?changed=true`}
      />
      <PublishedPolicy policy={publication.policy} />
      <PublicationNotice text={publication.noticeText} />
    </div>
  );
}

/** Where the frozen rows are listed; undefined for those who may not see purchases of this institution. */
function useRowsAddress({ id, institutionId }: Publication): string | undefined {
  const { user } = useSession();
  if (user === null || !mayUse(user, 'purchase:read')) return undefined;
  if (user.institutionId !== null && user.institutionId !== institutionId) return undefined;
  return `/publications/${id}/purchases`;
}

function Versions({ publication }: { readonly publication: Publication }) {
  const t = useMessages(publicationMessages);
  const { language } = useLanguage();
  const { data: versions = [] } = useQuery(versionsQuery(publication));
  const [newest] = versions;
  const frozen = t('frozen', { at: showInstant(publication.publishedAt, language) });
  const outdated = newest !== undefined && newest.version > publication.version;
  return (
    <>
      <Notice
        tone={outdated ? 'warning' : 'information'}
        action={
          outdated ? (
            <LinkButton variant="secondary" size="small" to={`/publications/${newest.id}`}>
              {t('openNewer', { version: newest.version })}
            </LinkButton>
          ) : undefined
        }
      >
        {outdated ? `${t('newer')} ${frozen}` : frozen}
      </Notice>
      {versions.length > 1 && (
        <nav className="no-print" aria-label={t('versions')}>
          <ul className="publication-versions">
            {versions.map((one) => (
              <li key={one.id}>
                {one.id === publication.id ? (
                  <span aria-current="page">
                    <strong>{t('versionName', { version: one.version })}</strong>
                  </span>
                ) : (
                  <Link to={`/publications/${one.id}`}>{t('versionName', { version: one.version })}</Link>
                )}
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  );
}

interface TotalsProps {
  readonly publication: Publication;
  readonly unit: MoneyUnit;
  readonly to: string | undefined;
}

function Totals({ publication: { total }, unit, to }: TotalsProps) {
  const t = useMessages(publicationMessages);
  const { language } = useLanguage();
  const unitWord = moneyMessages[language][unit];
  const rows = to === undefined ? {} : { to };
  return (
    <div className="card-grid">
      <StatCard
        label={t('target')}
        value={total.targetKrw ? showKrw(total.targetKrw, unit) : t('noTarget')}
        {...(total.targetKrw ? { unit: unitWord } : {})}
      />
      <StatCard
        label={t('actual')}
        value={showKrw(total.actualKrw, unit)}
        unit={unitWord}
        note={t('count', { count: total.purchaseCount })}
        {...rows}
      />
      <StatCard
        label={t('rate')}
        value={showRate(total.rate, language)}
        formula={rateFormula(total.rate, language)}
        {...rows}
      />
      <StatCard
        label={t('certifiedOnly')}
        value={showKrw(total.certifiedOnlyKrw, unit)}
        unit={unitWord}
        {...rows}
      />
    </div>
  );
}
