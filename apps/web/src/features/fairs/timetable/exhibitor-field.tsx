import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ComboBoxField, type ComboOption } from '../../../components/combo-box-field';
import { useMessages } from '../../../lib/language';
import { fairExhibitorsQuery, type FairExhibitor } from '../api';
import { timetableMessages } from './timetable-messages';

interface ExhibitorFieldProps {
  readonly fairId: string;
  readonly value: ComboOption | null;
  readonly error?: string | undefined;
  readonly onChange: (option: ComboOption | null) => void;
}

const SHOWN = 40;

/** One of the enterprises that are confirmed for the fair, by name or booth. */
export function ExhibitorField({ fairId, value, error, onChange }: ExhibitorFieldProps) {
  const t = useMessages(timetableMessages);
  const queryClient = useQueryClient();
  const query = fairExhibitorsQuery(fairId);
  const { dataUpdatedAt } = useQuery(query);
  return (
    <ComboBoxField
      label={t('exhibitor')}
      hint={t('exhibitorHint')}
      required
      error={error}
      searchKey={`fair-exhibitors:${fairId}:${dataUpdatedAt}`}
      search={async (text) => found((await queryClient.ensureQueryData(query)).items, text)}
      value={value}
      onChange={onChange}
    />
  );
}

function found(exhibitors: readonly FairExhibitor[], text: string): ComboOption[] {
  const wanted = text.trim().toLowerCase();
  return exhibitors
    .filter(({ state, supplierName, booth }) => {
      const isNamed = [supplierName, booth ?? ''].some((name) => name.toLowerCase().includes(wanted));
      return state === 'confirmed' && isNamed;
    })
    .slice(0, SHOWN)
    .map(({ id, supplierName, booth, offers }) => ({
      id,
      label: supplierName,
      detail: [booth, offers].filter(Boolean).join(' · '),
    }));
}
