import { useState } from 'react';
import { Button } from '../../components/button';
import { StatCard } from '../../components/stat-card';
import { useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { useMay } from '../../lib/session';
import type { FairSummary } from './api';
import { OfficialFigureDialog } from './official-figure-dialog';
import { organiserMessages } from './organiser-messages';

type OfficialFigure = FairSummary['official'][number];

/** The contracts that came of a year's fairs, as counted and as a report states them; none for who may not see contracts. */
export function FairContractsPanel({ summary }: { readonly summary: FairSummary }) {
  const t = useMessages(organiserMessages);
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const { contracts, official } = summary;
  const year = String(summary.year);
  if (contracts === null) return null;
  const to = `/contracts?year=${year}&source=fair&state=signed`;
  const noteOf = (figure: OfficialFigure['figure']) => {
    const stated = official.find((one) => one.figure === figure);
    return stated === undefined ? undefined : <OfficialNote official={stated} />;
  };
  return (
    <section className="panel stack stack--tight" aria-labelledby="fair-contracts">
      <div className="cluster cluster--spread">
        <h2 id="fair-contracts">{t('contractsTitle', { year })}</h2>
        {may('kpi:manage') && (
          <Button variant="secondary" size="small" className="no-print" onClick={() => setEditing(true)}>
            {t('officialEdit')}
          </Button>
        )}
      </div>
      <div className="card-grid">
        <StatCard
          label={t('contractCount')}
          value={showKrw(contracts.contracts)}
          unit={t('pieces')}
          formula={t('contractCountFormula', { year })}
          to={to}
          note={noteOf('contracts')}
        />
        <StatCard
          label={t('contractSuppliers')}
          value={showKrw(contracts.suppliers)}
          unit={t('companies')}
          formula={t('contractSuppliersFormula')}
          to={to}
          note={noteOf('suppliers')}
        />
        <StatCard
          label={t('contractAmount')}
          value={showKrw(contracts.amountKrw)}
          unit={t('won')}
          formula={t('contractAmountFormula')}
          to={to}
          note={noteOf('amount_krw')}
        />
      </div>
      {editing && <OfficialFigureDialog summary={summary} onClose={() => setEditing(false)} />}
    </section>
  );
}

/** Neither number is hidden: the report's, the counted one, and what lies between them. */
function OfficialNote({ official }: { readonly official: OfficialFigure }) {
  const t = useMessages(organiserMessages);
  const { figure, stated, counted, source } = official;
  const difference = stated - counted;
  return (
    <>
      <p>
        {difference === 0
          ? t('officialSame')
          : t(`official_${figure}`, {
              stated: showKrw(stated),
              counted: showKrw(counted),
              difference: showKrw(difference),
            })}
      </p>
      <p>{t('officialSource', { source })}</p>
    </>
  );
}
