import type { MoneyUnit } from '@ieum/domain';
import { Notice } from '../../components/notice';
import { StatCard } from '../../components/stat-card';
import type { Cycle, CycleTarget } from '../../lib/cycle-queries';
import { useLanguage, useMessages } from '../../lib/language';
import { moneyMessages, showKrw } from '../../lib/money-format';
import { rateFormula, showRate } from '../../lib/rate-format';
import type { Target } from './api';
import { targetMessages } from './messages';
import { orderSchemes, useSchemes } from './scheme-name';
import { amountsOf, sumCheck, type DepartmentTargets } from './target-grid';

interface TargetCardsProps {
  readonly cycle: Cycle;
  readonly rows: readonly DepartmentTargets[];
  readonly shown: (target: Target) => number | null;
  readonly unit: MoneyUnit;
}

/** The institution's targets beside what the departments add up to, as typed so far. */
export function TargetCards({ cycle, rows, shown, unit }: TargetCardsProps) {
  const t = useMessages(targetMessages);
  const { language } = useLanguage();
  const word = moneyMessages[language][unit];
  const codes = orderSchemes(cycle.institutionTargets.map((one) => one.schemeCode));
  return (
    <>
      <div className="card-grid">
        {codes.map((code) => {
          const target = cycle.institutionTargets.find((one) => one.schemeCode === code);
          return target === undefined ? null : (
            <SchemeCard key={code} {...{ cycle, target, rows, shown, unit }} />
          );
        })}
        <StatCard
          label={t('mallShare')}
          value={showRate(cycle.mallShare, language)}
          formula={rateFormula(cycle.mallShare, language)}
          note={
            cycle.mallTarget === 'inside'
              ? t('mallInside')
              : t('mallBeside', { amount: showKrw(cycle.totalTargetKrw, unit), unit: word })
          }
        />
      </div>
      {cycle.confirmReason !== null && (
        <Notice tone="warning" title={t('confirmedBecause')}>
          {cycle.confirmReason}
        </Notice>
      )}
    </>
  );
}

function SchemeCard({
  cycle,
  target,
  rows,
  shown,
  unit,
}: TargetCardsProps & { readonly target: CycleTarget }) {
  const t = useMessages(targetMessages);
  const { language } = useLanguage();
  const { nameOf } = useSchemes(cycle);
  const word = moneyMessages[language][unit];
  const amounts = amountsOf(rows, target.schemeCode, shown);
  const check = sumCheck(target.targetKrw, amounts);
  const distance = { amount: showKrw(Math.abs(check?.differenceKrw ?? 0), unit), unit: word };
  return (
    <StatCard
      label={t('institutionTarget', { scheme: nameOf(target.schemeCode) })}
      value={target.targetKrw === null ? t('noTarget') : showKrw(target.targetKrw, unit)}
      {...(target.targetKrw === null ? {} : { unit: word })}
      note={
        <>
          {target.basis === 'rate' && target.rateBasisPoints !== null && (
            <p>{t('byRate', { percent: String(target.rateBasisPoints / 100) })}</p>
          )}
          <p>
            {t('departmentSum')} <strong>{showKrw(check?.sumKrw ?? 0, unit)}</strong>{' '}
            {t('departmentsWith', { count: amounts.length })}
          </p>
          <p role="status" className={check?.matches === false ? 'target-table__differs' : undefined}>
            {check === null && t('noInstitutionTarget')}
            {check?.matches === true && t('matches')}
            {check?.matches === false && t(check.differenceKrw < 0 ? 'short' : 'over', distance)}
          </p>
        </>
      }
    />
  );
}
