import { Disclosure } from '../../components/disclosure';
import { useLanguage, useMessages } from '../../lib/language';
import { districtName, SEOUL_DISTRICTS } from '../../lib/seoul-tiles';
import { supplierWords } from '../../lib/supplier-messages';
import { catalogueMessages } from './messages';
import '../../components/choice.css';

interface RegionChoiceProps {
  readonly value: readonly string[];
  readonly onChange: (regions: readonly string[]) => void;
  readonly disabled: boolean;
}

/** Districts that are served; none chosen = everywhere. */
export function RegionChoice({ value, onChange, disabled }: RegionChoiceProps) {
  const t = useMessages(catalogueMessages);
  const word = useMessages(supplierWords);
  const { language } = useLanguage();
  const chosen = value.length === 0 ? word('everywhere') : t('regionsChosen', { count: value.length });
  const toggle = (code: string) =>
    onChange(value.includes(code) ? value.filter((one) => one !== code) : [...value, code].sort());
  return (
    <fieldset className="field" disabled={disabled}>
      <legend className="field__label">{t('regions')}</legend>
      <p className="field__hint">{t('regionsHint')}</p>
      <Disclosure title={chosen}>
        <div className="region-choice">
          {SEOUL_DISTRICTS.map((code) => (
            <label className="choice" key={code}>
              <input type="checkbox" checked={value.includes(code)} onChange={() => toggle(code)} />
              <span>{districtName(code, language)}</span>
            </label>
          ))}
        </div>
      </Disclosure>
    </fieldset>
  );
}
