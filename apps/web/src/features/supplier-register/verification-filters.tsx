import { VERIFICATION_SUBJECTS } from '@ieum/domain';
import { useState } from 'react';
import { Button } from '../../components/button';
import { SelectField } from '../../components/select-field';
import { TextField } from '../../components/text-field';
import { useMessages } from '../../lib/language';
import { verificationMessages } from './verification-messages';

/** In the address: '' = what waits, 'done' = what was decided; the request that is open. */
export const VERIFICATION_STATE = { state: '', subject: '', q: '', id: '' } as const;
export type VerificationUrlState = Readonly<Record<keyof typeof VERIFICATION_STATE, string>>;

interface VerificationFiltersProps {
  readonly state: VerificationUrlState;
  readonly onChange: (patch: Partial<VerificationUrlState>) => void;
}

export function VerificationFilters({ state, onChange }: VerificationFiltersProps) {
  const t = useMessages(verificationMessages);
  const [typed, setTyped] = useState(state.q);
  return (
    <form
      className="panel verifications__filters no-print"
      role="search"
      aria-label={t('filters')}
      onSubmit={(event) => {
        event.preventDefault();
        onChange({ q: typed.trim().normalize('NFC') });
      }}
    >
      <SelectField
        label={t('state')}
        emptyLabel={null}
        value={state.state}
        onChange={(event) => onChange({ state: event.target.value })}
        options={[
          { value: '', label: t('stateWaiting') },
          { value: 'done', label: t('stateDone') },
        ]}
      />
      <SelectField
        label={t('subject')}
        emptyLabel={t('subjectAll')}
        value={state.subject}
        onChange={(event) => onChange({ subject: event.target.value })}
        options={VERIFICATION_SUBJECTS.map((value) => ({ value, label: t(`subject_${value}`) }))}
      />
      <TextField
        label={t('search')}
        type="search"
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" variant="secondary" icon="search">
        {t('searchButton')}
      </Button>
    </form>
  );
}
