import { marketDayRefusal } from '@ieum/domain';
import { today } from '../../lib/date-format';
import { useMessages } from '../../lib/language';
import { changeMarketDay, createMarketDay, readMarketDay, type MarketDay } from './api';
import { EntryDialog } from './entry-dialog';
import {
  dayOrNull,
  numberOrNull,
  textOf,
  textOrNull,
  type EntryField,
  type EntryValues,
} from './entry-values';
import { channelMessages } from './messages';

const EMPTY: EntryValues = {
  name: '',
  heldOn: null,
  lastOn: null,
  opensAt: '',
  closesAt: '',
  place: '',
  officialSalesKrw: null,
};

function valuesOf(day: MarketDay): EntryValues {
  const { name, heldOn, lastOn, opensAt, closesAt, place, officialSalesKrw, voidedReason } = day;
  return { name, heldOn, lastOn, opensAt, closesAt, place, officialSalesKrw, voidedReason };
}

function bodyOf(values: EntryValues) {
  return {
    name: textOf(values, 'name'),
    heldOn: dayOrNull(values, 'heldOn') ?? today(),
    lastOn: dayOrNull(values, 'lastOn'),
    opensAt: textOrNull(values, 'opensAt'),
    closesAt: textOrNull(values, 'closesAt'),
    place: textOf(values, 'place'),
    officialSalesKrw: numberOrNull(values, 'officialSalesKrw'),
  };
}

interface MarketDayDialogProps {
  readonly day: MarketDay | null;
  readonly onClose: () => void;
}

export function MarketDayDialog({ day, onClose }: MarketDayDialogProps) {
  const t = useMessages(channelMessages);
  const fields: readonly EntryField[] = [
    { name: 'name', label: t('marketName'), kind: 'text', required: true },
    { name: 'heldOn', label: t('heldOn'), kind: 'day', required: true },
    { name: 'lastOn', label: t('lastOn'), kind: 'day' },
    { name: 'opensAt', label: t('opensAt'), kind: 'text', hint: t('hourHint'), max: 5 },
    { name: 'closesAt', label: t('closesAt'), kind: 'text', hint: t('hourHint'), max: 5 },
    { name: 'place', label: t('place'), kind: 'text', required: true, max: 200 },
    { name: 'officialSalesKrw', label: t('official'), kind: 'money' },
    ...(day === null
      ? []
      : ([
          { name: 'voidedReason', label: t('voidedReason'), kind: 'text', hint: t('voidedHint'), max: 500 },
        ] as const)),
  ];
  const participants = day?.participants ?? [];
  return (
    <EntryDialog
      title={t('marketTitle')}
      draftName={`market-day:${day?.id ?? 'new'}`}
      fields={fields}
      start={day === null ? EMPTY : valuesOf(day)}
      version={day?.version ?? null}
      refusalOf={(values) => marketDayRefusal({ today: today(), ...bodyOf(values), participants })}
      save={(values, version, header) => {
        const body = bodyOf(values);
        if (day === null) return createMarketDay(body, header);
        const voidedReason = textOrNull(values, 'voidedReason');
        return changeMarketDay(day.id, version, { ...body, voidedReason });
      }}
      {...(day !== null && {
        readTheirs: async () => {
          const now = await readMarketDay(day.id);
          return { values: valuesOf(now), version: now.version };
        },
      })}
      onClose={onClose}
    />
  );
}
