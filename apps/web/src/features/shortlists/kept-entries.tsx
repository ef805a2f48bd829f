import { Link } from 'react-router';
import { Button } from '../../components/button';
import { DataTable } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { LinkButton } from '../../components/link-button';
import { Notice } from '../../components/notice';
import { compareLink, MAX_COMPARED } from '../../lib/compare-choice';
import { toggleKept, useKeptShortlist } from '../../lib/kept-shortlist';
import { useMessages } from '../../lib/language';
import { useSession } from '../../lib/session';
import { shortlistMessages } from './messages';

/** What somebody without lists put aside; it stays in this browser. */
export function KeptEntries() {
  const t = useMessages(shortlistMessages);
  const { user } = useSession();
  const kept = useKeptShortlist();
  const suppliers = [...new Set(kept.map((one) => one.supplierId))];
  return (
    <>
      {user === null && kept.length > 0 && (
        <Notice
          title={t('signInTitle')}
          action={
            <LinkButton size="small" to="/login?next=%2Fshortlists">
              {t('signIn')}
            </LinkButton>
          }
        >
          {t('signInText')}
        </Notice>
      )}
      <div className="panel">
        <DataTable
          name="kept-entries"
          caption={t('keptListTitle')}
          rows={kept}
          rowKey={(row) => `${row.supplierId} ${row.catalogueItemId ?? ''}`}
          columns={[
            {
              key: 'supplier',
              label: t('supplier'),
              width: 24,
              value: (row) => row.supplierName,
              cell: (row) => <Link to={`/suppliers/${row.supplierId}`}>{row.supplierName}</Link>,
            },
            { key: 'item', label: t('item'), width: 24, value: (row) => row.itemName },
            {
              key: 'actions',
              label: t('actions'),
              kind: 'action',
              cell: (row) => (
                <Button variant="text" size="small" icon="close" onClick={() => toggleKept(row)}>
                  {t('remove')}
                  <span className="visually-hidden">{row.itemName ?? row.supplierName}</span>
                </Button>
              ),
            },
          ]}
          tools={
            suppliers.length > 1 &&
            suppliers.length <= MAX_COMPARED && (
              <LinkButton variant="secondary" size="small" to={compareLink(suppliers)}>
                {t('compare')}
              </LinkButton>
            )
          }
          empty={
            <EmptyState
              icon="bookmark"
              title={t('keptEmptyTitle')}
              text={t('emptyText')}
              action={<LinkButton to="/suppliers">{t('find')}</LinkButton>}
            />
          }
        />
      </div>
    </>
  );
}
