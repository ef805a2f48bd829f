import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../components/button';
import { CertificateBadge } from '../../components/certificate-badge';
import { DataTable } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { LoadFailed } from '../../components/load-failed';
import { StateBadge, type BadgeTone } from '../../components/state-badge';
import type { TableColumn } from '../../components/table-column';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { purchaseWords } from '../../lib/purchase-messages';
import { useMay } from '../../lib/session';
import { certificationsQuery, type CertificationEntry } from './api';
import { CertificateDialog } from './certificate-dialog';
import { EvidenceButton } from './evidence-button';
import { registerMessages } from './messages';
import { RevocationDialog } from './revocation-dialog';
import './certificates-panel.css';

const ENTRY_TONE: Readonly<Record<CertificationEntry['entryState'], BadgeTone>> = {
  waiting: 'information',
  verified: 'success',
  replaced: 'neutral',
  refused: 'danger',
  withdrawn: 'neutral',
};

type Open =
  | { readonly kind: 'add' }
  | { readonly kind: 'change' | 'revoke' | 'reinstate'; readonly entry: CertificationEntry };

/** Every certificate with its history, and what a keeper may do with it. */
export function CertificatesPanel({ supplierId }: { readonly supplierId: string }) {
  const t = useMessages(registerMessages);
  const list = useQuery(certificationsQuery(supplierId));
  const [open, setOpen] = useState<Open | null>(null);
  const columns = useColumns(supplierId, setOpen);
  if (list.isError) return <LoadFailed error={list.error} onRetry={() => void list.refetch()} />;
  const add = (
    <Button variant="secondary" size="small" icon="plus" onClick={() => setOpen({ kind: 'add' })}>
      {t('addCertificate')}
    </Button>
  );
  const close = () => setOpen(null);
  const version = list.data?.version ?? 0;
  return (
    <section className="panel certificates-panel" aria-label={t('certificates')}>
      <DataTable
        name="supplier-certificates"
        caption={t('certificates')}
        columns={columns}
        rows={list.data?.items ?? []}
        rowKey={(row) => row.id}
        loading={list.isPending}
        tools={add}
        rowTone={({ entryState }) =>
          entryState === 'waiting' || entryState === 'verified' ? undefined : 'muted'
        }
        empty={
          <EmptyState
            icon="certificate"
            title={t('certificatesEmpty')}
            text={t('certificatesEmptyText')}
            action={add}
          />
        }
      />
      {open?.kind === 'add' && (
        <CertificateDialog supplierId={supplierId} version={version} entry={null} onClose={close} />
      )}
      {open?.kind === 'change' && (
        <CertificateDialog supplierId={supplierId} version={version} entry={open.entry} onClose={close} />
      )}
      {(open?.kind === 'revoke' || open?.kind === 'reinstate') && (
        <RevocationDialog
          supplierId={supplierId}
          version={version}
          entry={open.entry}
          isRevocation={open.kind === 'revoke'}
          onClose={close}
        />
      )}
    </section>
  );
}

function useColumns(supplierId: string, onOpen: (open: Open) => void): TableColumn<CertificationEntry>[] {
  const t = useMessages(registerMessages);
  const words = useMessages(purchaseWords);
  const { language } = useLanguage();
  const typeName = ({ type }: CertificationEntry) => words(`certificate_${type}`);
  return [
    {
      key: 'type',
      label: t('type'),
      width: 15,
      value: typeName,
      cell: (row) => (
        <span>
          {typeName(row)}
          {row.number !== null && <span className="certificates-panel__number">{row.number}</span>}
        </span>
      ),
    },
    {
      key: 'period',
      label: t('period'),
      width: 15,
      value: (row) => row.validFrom,
      cell: (row) =>
        t('periodShown', {
          from: showDay(row.validFrom, language),
          until: row.validUntil === null ? t('noLimit') : showDay(row.validUntil, language),
        }),
    },
    {
      key: 'state',
      label: t('state'),
      width: 14,
      value: (row) => row.entryState,
      cell: (row) => <StateCell entry={row} />,
    },
    {
      key: 'issuer',
      label: t('issuer'),
      width: 12,
      value: (row) => row.issuer,
    },
    {
      key: 'evidence',
      label: t('evidence'),
      width: 12,
      sortable: false,
      cell: (row) =>
        row.hasEvidence ? (
          <EvidenceButton
            path={`/api/v1/suppliers/${supplierId}/certifications/${row.id}/evidence`}
            name={row.evidenceName}
            label={t('evidenceOpenOf', { type: typeName(row) })}
          />
        ) : (
          t('evidenceNone')
        ),
    },
    {
      key: 'actions',
      label: t('actions'),
      kind: 'action',
      width: 20,
      cell: (row) => <Actions entry={row} onOpen={onOpen} />,
    },
  ];
}

function StateCell({ entry }: { readonly entry: CertificationEntry }) {
  const t = useMessages(registerMessages);
  const { language } = useLanguage();
  const { entryState, revokedOn, revocationReason, refusalReason } = entry;
  return (
    <span className="certificates-panel__state">
      {entryState === 'verified' ? (
        <CertificateBadge certification={entry} />
      ) : (
        <StateBadge tone={ENTRY_TONE[entryState]} label={t(`entryState_${entryState}`)} />
      )}
      {revokedOn !== null && (
        <span>
          {t('revokedShown', { day: showDay(revokedOn, language), reason: revocationReason ?? '–' })}
        </span>
      )}
      {refusalReason !== null && <span>{t('refusedShown', { reason: refusalReason })}</span>}
    </span>
  );
}

function Actions({
  entry,
  onOpen,
}: {
  readonly entry: CertificationEntry;
  readonly onOpen: (open: Open) => void;
}) {
  const t = useMessages(registerMessages);
  const may = useMay();
  const { entryState, revokedOn, verificationId } = entry;
  if (entryState !== 'verified' && entryState !== 'waiting') return null;
  return (
    <span className="cluster">
      {entryState === 'waiting' && verificationId !== null && may('supplier:verify') && (
        <Link to={`/supplier-verifications?id=${verificationId}`}>{t('toQueue')}</Link>
      )}
      <Button variant="secondary" size="small" onClick={() => onOpen({ kind: 'change', entry })}>
        {t('change')}
      </Button>
      {entryState === 'verified' && may('supplier:verify') && (
        <Button
          variant="text"
          size="small"
          onClick={() => onOpen({ kind: revokedOn === null ? 'revoke' : 'reinstate', entry })}
        >
          {t(revokedOn === null ? 'revoke' : 'reinstate')}
        </Button>
      )}
    </span>
  );
}
