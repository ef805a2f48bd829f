import { TextArea } from '../../../components/text-area';
import { TextField } from '../../../components/text-field';
import { useMessages } from '../../../lib/language';
import type { FairSlot } from '../api';
import { AbsentSlotsField } from '../parties/absent-slots-field';
import type { ExhibitorValues } from '../parties/exhibitor-values';
import { partyMessages } from '../party-messages';

interface ApplyFieldsProps {
  readonly slots: readonly FairSlot[];
  readonly values: ExhibitorValues;
  readonly onChange: (patch: Partial<ExhibitorValues>) => void;
  /** the field that the rule does not accept; null = none, or not tried yet */
  readonly faulty: string | null;
}

/** Who comes, what is shown, and when the enterprise is away. */
export function ApplyFields({ slots, values, onChange, faulty }: ApplyFieldsProps) {
  const t = useMessages(partyMessages);
  const faultOf = (field: string, text: string) => (faulty === field ? text : undefined);
  return (
    <>
      <div className="form-grid">
        <TextField
          label={t('representativeName')}
          required
          autoComplete="name"
          maxLength={50}
          value={values.representativeName}
          error={faultOf('representativeName', t('fault_name'))}
          onChange={(event) => onChange({ representativeName: event.target.value })}
        />
        <TextField
          label={t('representativeEmail')}
          type="email"
          required
          autoComplete="email"
          maxLength={254}
          value={values.representativeEmail}
          error={faultOf('representativeEmail', t('fault_email'))}
          onChange={(event) => onChange({ representativeEmail: event.target.value })}
        />
        <TextField
          label={t('representativePhone')}
          type="tel"
          autoComplete="tel"
          maxLength={20}
          value={values.representativePhone}
          onChange={(event) => onChange({ representativePhone: event.target.value })}
        />
      </div>
      <TextArea
        label={t('offers')}
        maxLength={500}
        value={values.offers}
        onChange={(event) => onChange({ offers: event.target.value })}
      />
      <AbsentSlotsField
        slots={slots}
        value={values.absentSlotIds}
        onChange={(absentSlotIds) => onChange({ absentSlotIds })}
      />
    </>
  );
}
