import { useQuery } from '@tanstack/react-query';
import { cycleWords } from '../lib/cycle-messages';
import { institutionsQuery } from '../lib/institution-queries';
import { useMessages } from '../lib/language';
import { useUser } from '../lib/session';
import type { CycleChoice as Choice } from '../lib/use-cycle-choice';
import { SelectField } from './select-field';
import './cycle-choice.css';

interface CycleChoiceProps {
  readonly choice: Choice;
}

/** Which year is shown; and of which institution, for those who see several. */
export function CycleChoice({ choice }: CycleChoiceProps) {
  const t = useMessages(cycleWords);
  const user = useUser();
  return (
    <div className="cycle-choice no-print">
      {user.institutionId === null && <InstitutionChoice choice={choice} />}
      {choice.cycles.length > 0 && (
        <SelectField
          label={t('year')}
          emptyLabel={null}
          value={String(choice.cycle?.fiscalYear ?? '')}
          onChange={(event) => choice.choose({ fiscalYear: event.target.value })}
          options={choice.cycles.map((cycle) => ({
            value: String(cycle.fiscalYear),
            label: `${t('yearName', { year: String(cycle.fiscalYear) })} · ${t(`cycle_${cycle.state}`)}`,
          }))}
        />
      )}
    </div>
  );
}

function InstitutionChoice({ choice }: CycleChoiceProps) {
  const t = useMessages(cycleWords);
  const { data } = useQuery(institutionsQuery);
  return (
    <SelectField
      label={t('institution')}
      value={choice.institutionId ?? ''}
      onChange={(event) => choice.choose({ institutionId: event.target.value, fiscalYear: '' })}
      options={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
