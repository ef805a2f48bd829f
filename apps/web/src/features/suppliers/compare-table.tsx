import type { Day } from '@ieum/domain';
import { useId, type ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon } from '../../components/icon';
import { LinkButton } from '../../components/link-button';
import { Notice } from '../../components/notice';
import { StateBadge } from '../../components/state-badge';
import { useMessages } from '../../lib/language';
import { purchaseStartLink } from '../../lib/purchase-start';
import { useMay } from '../../lib/session';
import type { Compared } from './compare-rows';
import { pageMessages } from './page-messages';
import { useCompareRows } from './use-compare-rows';

interface CompareTableProps {
  readonly compared: readonly Compared[];
  /** ids that nobody has */
  readonly missing: number;
  readonly day: Day;
  readonly q: string;
  readonly words: readonly string[];
  /** false for somebody without an account, whom nobody guides */
  readonly asksHint: boolean;
  readonly onlyDifferent: boolean;
  readonly onRemove: (id: string) => void;
}

/**
 * A property a row, a supplier a column; on a phone the property stands above its values. The roles are written out:
 * a table that is laid out in another way tells readers of the screen no table otherwise.
 */
export function CompareTable(props: CompareTableProps) {
  const { compared, missing, onlyDifferent, onRemove } = props;
  const t = useMessages(pageMessages);
  const may = useMay();
  const captionId = useId();
  const rows = useCompareRows(props).filter((row) => !onlyDifferent || row.differs);
  return (
    <>
      {missing > 0 && <Notice tone="warning">{t('compareNotFound')}</Notice>}
      {compared.length > 0 && (
        <div className="compare-table" role="region" aria-labelledby={captionId} tabIndex={0}>
          <table role="table" style={{ minWidth: `${compared.length * 19}rem` }}>
            <caption className="visually-hidden" id={captionId}>
              {t('compareTitle')}
            </caption>
            <thead role="rowgroup">
              <tr role="row">
                <th role="columnheader" scope="col" className="compare-table__property">
                  {t('compareItem')}
                </th>
                {compared.map(({ supplier: { id, name } }) => (
                  <th role="columnheader" scope="col" key={id}>
                    <span className="compare-table__head">
                      <Link to={`/suppliers/${id}`}>{name}</Link>
                      <button
                        type="button"
                        className="compare-table__remove no-print"
                        aria-label={t('compareRemove', { name })}
                        onClick={() => onRemove(id)}
                      >
                        <Icon name="close" size={16} />
                      </button>
                    </span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {rows.map((row) => (
                <tr
                  key={row.key}
                  role="row"
                  className={row.differs ? 'compare-table__row--differs' : undefined}
                >
                  <th role="rowheader" scope="row" className="compare-table__property">
                    {row.label}
                    {row.differs && (
                      <StateBadge tone="information" icon="columns" label={t('compareDifferent')} />
                    )}
                  </th>
                  {row.cells.map((cell, index) => (
                    <td role="cell" key={compared[index]?.supplier.id ?? index}>
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
              {may('purchase:write') && (
                <tr role="row" className="no-print">
                  <th role="rowheader" scope="row" className="compare-table__property">
                    {t('actions')}
                  </th>
                  {compared.map(({ supplier: { id } }) => (
                    <td role="cell" key={id}>
                      <StartLink id={id} />
                    </td>
                  ))}
                </tr>
              )}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function StartLink({ id }: { readonly id: string }): ReactNode {
  const t = useMessages(pageMessages);
  return (
    <LinkButton variant="secondary" size="small" to={purchaseStartLink({ supplierId: id })}>
      {t('enterPurchase')}
    </LinkButton>
  );
}
