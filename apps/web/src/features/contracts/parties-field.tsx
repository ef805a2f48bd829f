import { useRef } from 'react';
import { useController, type UseFormReturn } from 'react-hook-form';
import { Button } from '../../components/button';
import { CheckboxField } from '../../components/checkbox-field';
import { ComboBoxField } from '../../components/combo-box-field';
import { FieldError } from '../../components/field';
import { MoneyField } from '../../components/money-field';
import { useMessages } from '../../lib/language';
import { chooseSuppliers } from '../../lib/supplier-choice';
import { NO_PARTY, type ContractValues, type PartyValues } from './contract-values';
import { contractMessages } from './messages';
import './parties-field.css';

const MOST = 20;

/** Who delivers, one of them as the lead, with shares or without; or nobody knows. */
export function PartiesField({ form }: { readonly form: UseFormReturn<ContractValues> }) {
  const t = useMessages(contractMessages);
  const { field, fieldState } = useController({ control: form.control, name: 'parties' });
  const unknown = useController({ control: form.control, name: 'suppliersUnknown' });
  const lead = useController({ control: form.control, name: 'lead' });
  const parties = field.value;
  const write = (next: readonly PartyValues[]) => {
    field.onChange(next);
    form.clearErrors('parties');
  };
  const remove = (place: number) => {
    write(parties.filter((_, index) => index !== place));
    if (lead.field.value >= place && lead.field.value > 0) lead.field.onChange(lead.field.value - 1);
  };
  const frame = useRef<HTMLFieldSetElement>(null);
  return (
    <fieldset
      className="stack stack--tight parties"
      ref={(element) => {
        frame.current = element;
        field.ref({ focus: () => frame.current?.querySelector('input')?.focus() });
      }}
    >
      <legend>{t('parties')}</legend>
      <CheckboxField
        label={t('partiesUnknown')}
        checked={unknown.field.value}
        onChange={(event) => unknown.field.onChange(event.target.checked)}
      />
      {!unknown.field.value && (
        <>
          {parties.map((party, index) => (
            <PartyRow
              key={index}
              number={index + 1}
              party={party}
              isLead={lead.field.value === index}
              onLead={() => lead.field.onChange(index)}
              onChange={(next) => write(parties.map((one, place) => (place === index ? next : one)))}
              onRemove={parties.length > 1 ? () => remove(index) : null}
            />
          ))}
          {parties.length < MOST && (
            <div>
              <Button
                variant="secondary"
                size="small"
                icon="plus"
                onClick={() => write([...parties, NO_PARTY])}
              >
                {t('addParty')}
              </Button>
            </div>
          )}
        </>
      )}
      <FieldError id="contract-parties" error={fieldState.error?.message} />
    </fieldset>
  );
}

interface PartyRowProps {
  readonly number: number;
  readonly party: PartyValues;
  readonly isLead: boolean;
  readonly onLead: () => void;
  readonly onChange: (party: PartyValues) => void;
  /** null: the last one stays */
  readonly onRemove: (() => void) | null;
}

function PartyRow({ number, party, isLead, onLead, onChange, onRemove }: PartyRowProps) {
  const t = useMessages(contractMessages);
  const isRegistered = party.supplierId !== '';
  return (
    <div className="parties__row" role="group" aria-label={t('partyOf', { number })}>
      <ComboBoxField
        searchKey="contract-parties"
        search={chooseSuppliers}
        label={t('partyOf', { number })}
        hint={isRegistered ? t('partyRegistered') : t('partyHint')}
        value={isRegistered ? { id: party.supplierId, label: party.supplierName } : null}
        initialText={party.supplierName}
        onChange={(option) =>
          onChange({
            ...party,
            supplierId: option?.id ?? '',
            supplierName: option?.label ?? party.supplierName,
          })
        }
        onText={(text) => {
          if (text !== party.supplierName) onChange({ ...party, supplierId: '', supplierName: text });
        }}
      />
      <MoneyField
        label={t('shareWon')}
        value={party.shareKrw}
        onChange={(shareKrw) => onChange({ ...party, shareKrw })}
      />
      <div className="cluster parties__choice">
        <label className="choice">
          <input type="radio" name="contract-lead" checked={isLead} onChange={onLead} />
          <span>{t('lead_yes')}</span>
          <span className="visually-hidden">{t('leadOf', { number })}</span>
        </label>
        {onRemove !== null && (
          <Button variant="text" size="small" icon="close" onClick={onRemove}>
            <span className="visually-hidden">{t('removeParty', { number })}</span>
          </Button>
        )}
      </div>
    </div>
  );
}
