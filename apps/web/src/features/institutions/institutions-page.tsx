import { INSTITUTION_KINDS } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { DataTable } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { LoadFailed } from '../../components/load-failed';
import { PageHeader } from '../../components/page-header';
import { SelectField } from '../../components/select-field';
import type { TableColumn } from '../../components/table-column';
import { institutionsQuery } from '../../lib/institution-queries';
import { useMessages } from '../../lib/language';
import { organisationWords } from '../../lib/organisation-messages';
import { useUser } from '../../lib/session';
import { useUrlState } from '../../lib/use-url-state';
import type { Institution } from './api';
import { DepartmentsView } from './departments-view';
import { institutionMessages } from './messages';

const STATE = { kind: '', ended: '' } as const;

/** The own departments for a manager; for the centre the list of institutions first. */
export default function InstitutionsPage() {
  const t = useMessages(institutionMessages);
  const user = useUser();
  const [state, change] = useUrlState(STATE);
  if (user.institutionId === null)
    return <InstitutionList kind={state.kind} onKind={(kind) => change({ kind })} />;
  return (
    <div className="stack">
      <PageHeader title={t('title')} description={`${user.institutionName ?? ''} · ${t('description')}`} />
      <DepartmentsView
        institutionId={user.institutionId}
        showEnded={state.ended === 'true'}
        onShowEnded={(shown) => change({ ended: shown ? 'true' : '' })}
      />
    </div>
  );
}

interface InstitutionListProps {
  readonly kind: string;
  readonly onKind: (kind: string) => void;
}

function InstitutionList({ kind, onKind }: InstitutionListProps) {
  const t = useMessages(institutionMessages);
  const words = useMessages(organisationWords);
  const list = useQuery(institutionsQuery);
  const columns: readonly TableColumn<Institution>[] = [
    {
      key: 'name',
      label: t('name'),
      value: (row) => row.name,
      cell: (row) => <Link to={`/institutions/${row.id}`}>{row.name}</Link>,
    },
    { key: 'kind', label: t('kind'), value: (row) => words(`kind_${row.kind}`) },
    {
      key: 'code',
      label: `${t('code')} (${t('codeNote')})`,
      value: (row) => row.administrativeCode,
      width: 24,
    },
  ];
  if (list.isError) return <LoadFailed error={list.error} onRetry={() => void list.refetch()} />;
  return (
    <div className="stack">
      <PageHeader title={t('title')} description={t('listDescription')} />
      <section className="panel form-grid no-print" aria-label={t('filters')}>
        <SelectField
          label={t('kind')}
          emptyLabel={t('all')}
          value={kind}
          onChange={(event) => onKind(event.target.value)}
          options={INSTITUTION_KINDS.map((value) => ({ value, label: words(`kind_${value}`) }))}
        />
      </section>
      <div className="panel">
        <DataTable
          name="institutions"
          caption={t('institutionsTitle')}
          columns={columns}
          rows={(list.data?.items ?? []).filter((one) => kind === '' || one.kind === kind)}
          rowKey={(row) => row.id}
          loading={list.isPending}
          empty={<EmptyState icon="building" title={t('empty')} />}
        />
      </div>
    </div>
  );
}
