import { ComboBoxField } from '../../../components/combo-box-field';
import { MoneyField } from '../../../components/money-field';
import { TextField } from '../../../components/text-field';
import { useMessages } from '../../../lib/language';
import { chooseSuppliers } from '../../../lib/supplier-choice';
import type { FairSlot } from '../api';
import { partyMessages } from '../party-messages';
import { AbsentSlotsField } from './absent-slots-field';
import type { ExhibitorValues } from './exhibitor-values';

interface ExhibitorFieldsProps {
  readonly slots: readonly FairSlot[];
  readonly values: ExhibitorValues;
  readonly onChange: (patch: Partial<ExhibitorValues>) => void;
  /** the field that the rule does not accept; null = none, or not tried yet */
  readonly faulty: string | null;
  /** a new one has its enterprise to choose; booth and number of meetings are given later */
  readonly isNew: boolean;
}

const MAX_NAME = 50;
const MAX_EMAIL = 254;
const MAX_PHONE = 20;
const MAX_OFFERS = 500;
const MAX_BOOTH = 20;

export function ExhibitorFields({ slots, values, onChange, faulty, isNew }: ExhibitorFieldsProps) {
  const t = useMessages(partyMessages);
  const { supplierId: id, supplierName } = values;
  const faultOf = (field: string, text: string) => (faulty === field ? text : undefined);
  return (
    <>
      {isNew && (
        <>
          <p>{t('exhibitorAddText')}</p>
          <ComboBoxField
            searchKey="suppliers"
            search={chooseSuppliers}
            label={t('supplier')}
            hint={t('supplierHint')}
            required
            value={id === '' ? null : { id, label: supplierName }}
            onChange={(option) =>
              onChange({ supplierId: option?.id ?? '', supplierName: option?.label ?? '' })
            }
            {...(faulty === 'supplierId' ? { error: t('fault_supplier') } : {})}
          />
        </>
      )}
      <div className="form-grid">
        <TextField
          label={t('representativeName')}
          required
          maxLength={MAX_NAME}
          value={values.representativeName}
          error={faultOf('representativeName', t('fault_name'))}
          onChange={(event) => onChange({ representativeName: event.target.value })}
        />
        <TextField
          label={t('representativeEmail')}
          type="email"
          required
          maxLength={MAX_EMAIL}
          value={values.representativeEmail}
          error={faultOf('representativeEmail', t('fault_email'))}
          onChange={(event) => onChange({ representativeEmail: event.target.value })}
        />
        <TextField
          label={t('representativePhone')}
          type="tel"
          maxLength={MAX_PHONE}
          value={values.representativePhone}
          onChange={(event) => onChange({ representativePhone: event.target.value })}
        />
      </div>
      <TextField
        label={t('offers')}
        maxLength={MAX_OFFERS}
        value={values.offers}
        onChange={(event) => onChange({ offers: event.target.value })}
      />
      {!isNew && (
        <div className="form-grid">
          <TextField
            label={t('booth')}
            hint={t('boothHint')}
            maxLength={MAX_BOOTH}
            value={values.booth}
            onChange={(event) => onChange({ booth: event.target.value })}
          />
          <MoneyField
            label={t('floor')}
            hint={t('floorHint')}
            countWord={t('meetingWord')}
            value={values.floor}
            error={faultOf('floor', t('fault_floor'))}
            onChange={(floor) => onChange({ floor })}
          />
          <MoneyField
            label={t('ceiling')}
            hint={t('ceilingHint')}
            countWord={t('meetingWord')}
            value={values.ceiling}
            error={faultOf('ceiling', t('fault_ceiling'))}
            onChange={(ceiling) => onChange({ ceiling })}
          />
        </div>
      )}
      <AbsentSlotsField
        slots={slots}
        value={values.absentSlotIds}
        onChange={(absentSlotIds) => onChange({ absentSlotIds })}
      />
    </>
  );
}
