import { formatBusinessNumber, isDay } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { Button } from '../../components/button';
import { CertificateBadge } from '../../components/certificate-badge';
import { DataTable } from '../../components/data-table';
import { DayField } from '../../components/day-field';
import { EmptyState } from '../../components/empty-state';
import { LinkButton } from '../../components/link-button';
import { LoadFailed } from '../../components/load-failed';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { PageSkeleton } from '../../components/skeleton';
import type { TableColumn } from '../../components/table-column';
import { showDay } from '../../lib/date-format';
import { institutionsQuery } from '../../lib/institution-queries';
import { useLanguage, useMessages } from '../../lib/language';
import { purchaseWords } from '../../lib/purchase-messages';
import { useMay } from '../../lib/session';
import { useUrlState } from '../../lib/use-url-state';
import { reinstateCertification, supplierQuery, type Certification, type Supplier } from './api';
import { AddCertificationDialog, RevokeDialog, useSupplierChange } from './certification-dialogs';
import { supplierMessages } from './messages';
import { SupplierDialog } from './supplier-dialog';

const STATE = { asOf: '' } as const;

/** One supplier: who it is, and which certificates hold on a day. */
export default function SupplierPage() {
  const t = useMessages(supplierMessages);
  const { id = '' } = useParams();
  const [state, change] = useUrlState(STATE);
  const asOf = isDay(state.asOf) ? state.asOf : null;
  const supplier = useQuery(supplierQuery(id, asOf));
  const crumbs = [{ label: t('title'), to: '/suppliers' }];
  if (supplier.isPending) return <PageSkeleton label={t('title')} />;
  if (supplier.isError) {
    return (
      <div className="stack">
        <PageHeader title={t('title')} crumbs={crumbs} />
        <LoadFailed error={supplier.error} onRetry={() => void supplier.refetch()} />
      </div>
    );
  }
  return (
    <div className="stack">
      <Facts supplier={supplier.data} />
      <div className="panel stack stack--tight">
        <div className="form-grid no-print">
          <DayField
            label={t('asOf')}
            hint={t('asOfHint')}
            value={asOf}
            onChange={(day) => change({ asOf: day ?? '' })}
          />
        </div>
        <Certifications supplier={supplier.data} />
      </div>
    </div>
  );
}

function Facts({ supplier }: { readonly supplier: Supplier }) {
  const t = useMessages(supplierMessages);
  const { language } = useLanguage();
  const may = useMay();
  const institutions = useQuery(institutionsQuery);
  const [editing, setEditing] = useState(false);
  const { businessNumber, districtCode, closedOn } = supplier;
  const district = institutions.data?.items.find((one) => one.administrativeCode === districtCode)?.name;
  const facts = [
    businessNumber === null ? t('businessNumberMissing') : formatBusinessNumber(businessNumber),
    district ?? null,
    closedOn === null ? t('open') : `${t('closedOn')} ${showDay(closedOn, language)}`,
  ].filter((fact) => fact !== null);
  return (
    <>
      <PageHeader
        title={supplier.name}
        crumbs={[{ label: t('title'), to: '/suppliers' }]}
        description={facts.join(' · ')}
        actions={
          <>
            {may('purchase:read') && (
              <LinkButton variant="secondary" size="small" to={`/purchases?supplierId=${supplier.id}`}>
                {t('purchases')}
              </LinkButton>
            )}
            {may('supplier:write') && (
              <Button variant="secondary" size="small" icon="edit" onClick={() => setEditing(true)}>
                {t('edit')}
              </Button>
            )}
          </>
        }
      />
      {supplier.warnings.map((warning) => (
        <Notice key={warning} tone="warning">
          {t(`warning_${warning}`)}
        </Notice>
      ))}
      {editing && (
        <SupplierDialog
          supplier={supplier}
          onClose={() => setEditing(false)}
          onSaved={() => setEditing(false)}
        />
      )}
    </>
  );
}

function Certifications({ supplier }: { readonly supplier: Supplier }) {
  const t = useMessages(supplierMessages);
  const words = useMessages(purchaseWords);
  const { language } = useLanguage();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const [revoking, setRevoking] = useState<Certification | null>(null);
  const { busy, fault, run } = useSupplierChange(() => undefined);
  const actions: TableColumn<Certification>[] = may('supplier:verify')
    ? [
        {
          key: 'actions',
          label: t('actions'),
          kind: 'action',
          width: 11,
          cell: (row) =>
            row.revokedOn === null ? (
              <Button variant="secondary" size="small" onClick={() => setRevoking(row)}>
                {t('revoke')}
              </Button>
            ) : (
              <Button
                variant="text"
                size="small"
                busy={busy}
                onClick={() => void run(() => reinstateCertification(supplier, row.id), t('unrevoked'))}
              >
                {t('unrevoke')}
              </Button>
            ),
        },
      ]
    : [];
  const columns: readonly TableColumn<Certification>[] = [
    { key: 'type', label: t('type'), width: 18, value: (row) => words(`certificate_${row.type}`) },
    {
      key: 'state',
      label: t('state'),
      kind: 'state',
      width: 13,
      value: (row) => row.state,
      cell: (row) => (
        <>
          <CertificateBadge certification={row} />
          {row.revokedOn !== null && (
            <div>
              {t('revokedShown', {
                day: showDay(row.revokedOn, language),
                reason: row.revocationReason ?? '–',
              })}
            </div>
          )}
        </>
      ),
    },
    { key: 'validFrom', label: t('validFrom'), kind: 'day', width: 11, value: (row) => row.validFrom },
    {
      key: 'validUntil',
      label: t('validUntil'),
      kind: 'day',
      width: 11,
      value: (row) => row.validUntil,
      cell: (row) => (row.validUntil === null ? t('noLimit') : showDay(row.validUntil, language)),
    },
    { key: 'number', label: t('number'), width: 13, value: (row) => row.number },
    { key: 'issuer', label: t('issuer'), width: 12, value: (row) => row.issuer },
    ...actions,
  ];
  return (
    <>
      {fault !== null && (
        <Notice tone="danger" live>
          {fault}
        </Notice>
      )}
      <DataTable
        name="certifications"
        caption={`${t('certificationsTitle')} (${t('asOfShown', { day: showDay(supplier.asOf, language) })})`}
        columns={columns}
        rows={supplier.certifications}
        rowKey={(row) => row.id}
        empty={<EmptyState icon="supplier" title={t('noCertification')} />}
        tools={
          may('supplier:write') && (
            <Button size="small" icon="plus" onClick={() => setAdding(true)}>
              {t('addCertification')}
            </Button>
          )
        }
      />
      {adding && <AddCertificationDialog supplier={supplier} onClose={() => setAdding(false)} />}
      {revoking !== null && (
        <RevokeDialog supplier={supplier} certification={revoking} onClose={() => setRevoking(null)} />
      )}
    </>
  );
}
