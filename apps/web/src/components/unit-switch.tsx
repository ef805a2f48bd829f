import { MONEY_UNITS, type MoneyUnit } from '@ieum/domain';
import { useLanguage, useMessages } from '../lib/language';
import { moneyMessages } from '../lib/money-format';
import './unit-switch.css';

interface UnitSwitchProps {
  readonly unit: MoneyUnit;
  /** keep it in the address: useUrlState({ unit: 'thousand_won' }) with moneyUnitFrom */
  readonly onChange: (unit: MoneyUnit) => void;
}

export function UnitSwitch({ unit, onChange }: UnitSwitchProps) {
  const t = useMessages(moneyMessages);
  const { language } = useLanguage();
  return (
    <div className="unit-switch" role="group" aria-label={t('unit')}>
      <span className="unit-switch__label" aria-hidden="true">
        {t('unit')}
      </span>
      {MONEY_UNITS.map((one) => (
        <button key={one} type="button" aria-pressed={one === unit} onClick={() => onChange(one)}>
          {moneyMessages[language][one]}
        </button>
      ))}
    </div>
  );
}
