import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { PrintButton } from '../../../components/print-button';
import { useMessages } from '../../../lib/language';
import type { FairDetail, FairExhibitor } from '../api';
import { partyMessages } from '../party-messages';
import './code-list.css';

interface CodeListProps {
  readonly fair: FairDetail;
  readonly exhibitors: readonly FairExhibitor[];
  readonly onBack: () => void;
}

/** One card for each confirmed enterprise, to be printed and cut out. */
export function CodeList({ fair, exhibitors, onBack }: CodeListProps) {
  const t = useMessages(partyMessages);
  const coming = exhibitors.filter(({ state, checkInCode }) => state === 'confirmed' && checkInCode !== null);
  return (
    <section className="panel stack stack--tight" aria-labelledby="fair-codes">
      <div className="cluster cluster--spread">
        <h2 id="fair-codes">{t('codesTitle')}</h2>
        <div className="cluster no-print">
          <Button variant="secondary" size="small" onClick={onBack}>
            {t('codesBack')}
          </Button>
          <PrintButton />
        </div>
      </div>
      <p className="no-print">{t('codesText')}</p>
      {coming.length === 0 && <EmptyState icon="print" title={t('codesEmpty')} />}
      <ul className="fair-codes">
        {coming.map((one) => (
          <li key={one.id} className="fair-codes__card">
            <span className="fair-codes__fair">{fair.name}</span>
            <span className="fair-codes__name">{one.supplierName}</span>
            <span>{one.booth === null ? ' ' : `${t('booth')} ${one.booth}`}</span>
            <span className="fair-codes__code">{one.checkInCode}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
