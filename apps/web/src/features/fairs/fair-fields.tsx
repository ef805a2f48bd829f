import { MAX_FAIR_DAYS } from '@ieum/domain';
import { ComboBoxField } from '../../components/combo-box-field';
import { DayField } from '../../components/day-field';
import { Disclosure } from '../../components/disclosure';
import { MoneyField } from '../../components/money-field';
import { TextArea } from '../../components/text-area';
import { TextField } from '../../components/text-field';
import { chooseInstitutions } from '../../lib/institution-choice';
import { useMessages } from '../../lib/language';
import { useUser } from '../../lib/session';
import type { FairValues, PracticeName } from './fair-values';
import { organiserMessages } from './organiser-messages';

interface FairFieldsProps {
  readonly values: FairValues;
  readonly onChange: (patch: Partial<FairValues>) => void;
  /** the field that the rule does not accept; null = none, or not tried yet */
  readonly faulty: string | null;
  /** of a new fair the host is chosen, of one that is there the report's figures can be entered */
  readonly isNew: boolean;
  /** of an open fair the days are no longer for change */
  readonly daysStand?: boolean;
}

const MAX_NAME = 100;
const MAX_VENUE = 200;
const MAX_DESCRIPTION = 2000;

export function FairFields({ values, onChange, faulty, isNew, daysStand = false }: FairFieldsProps) {
  const t = useMessages(organiserMessages);
  const faultOf = (field: keyof FairValues, text: string) => (faulty === field ? text : undefined);
  return (
    <>
      {isNew && <HostField values={values} onChange={onChange} faulty={faulty} />}
      <TextField
        label={t('name')}
        required
        maxLength={MAX_NAME}
        value={values.name}
        error={faultOf('name', t('fault_name'))}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <div className="form-grid">
        <DayField
          label={t('firstDayField')}
          required
          disabled={daysStand}
          value={values.firstDay}
          error={faultOf('firstDay', t('fault_firstDay'))}
          onChange={(firstDay) => onChange({ firstDay })}
        />
        <DayField
          label={t('lastDay')}
          hint={daysStand ? t('daysStand') : t('lastDayHint', { count: MAX_FAIR_DAYS })}
          disabled={daysStand}
          value={values.lastDay}
          error={faultOf('lastDay', t('fault_lastDay', { count: MAX_FAIR_DAYS }))}
          onChange={(lastDay) => onChange({ lastDay })}
        />
        <DayField
          label={t('applicationsCloseOn')}
          hint={t('applicationsHint')}
          value={values.applicationsCloseOn}
          error={faultOf('applicationsCloseOn', t('fault_applicationsCloseOn'))}
          onChange={(applicationsCloseOn) => onChange({ applicationsCloseOn })}
        />
      </div>
      <TextField
        label={t('venue')}
        maxLength={MAX_VENUE}
        value={values.venue}
        onChange={(event) => onChange({ venue: event.target.value })}
      />
      <TextArea
        label={t('description')}
        maxLength={MAX_DESCRIPTION}
        value={values.description}
        onChange={(event) => onChange({ description: event.target.value })}
      />
      <PracticeFields values={values} onChange={onChange} faulty={faulty} />
      {!isNew && <RecordedFields values={values} onChange={onChange} faulty={faulty} />}
    </>
  );
}

type PartProps = Omit<FairFieldsProps, 'isNew'>;

/** Only who belongs to no institution says whose fair it is. */
function HostField({ values, onChange, faulty }: PartProps) {
  const t = useMessages(organiserMessages);
  const user = useUser();
  if (user.institutionId !== null) return null;
  const { hostInstitutionId: id, hostName } = values;
  return (
    <ComboBoxField
      searchKey="institutions"
      search={chooseInstitutions}
      label={t('hostField')}
      hint={t('hostHint')}
      required
      value={id === '' ? null : { id, label: hostName }}
      onChange={(option) => onChange({ hostInstitutionId: option?.id ?? '', hostName: option?.label ?? '' })}
      {...(faulty === 'hostInstitutionId' ? { error: t('fault_host') } : {})}
    />
  );
}

function PracticeFields({ values, onChange, faulty }: PartProps) {
  const t = useMessages(organiserMessages);
  const field = (name: PracticeName, hint: string, word: string) => (
    <MoneyField
      label={t(name)}
      hint={hint}
      countWord={word}
      value={values[name]}
      error={faulty === name ? t('fault_number') : undefined}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  return (
    <Disclosure title={t('practice')} open={faulty !== null && /Days$|Minutes$/.test(faulty)}>
      <div className="form-grid">
        {field('holdDays', t('holdDaysHint'), t('dayWord'))}
        {field('offerMinutes', t('offerMinutesHint'), t('minuteWord'))}
        {field('noShowMinutes', t('noShowMinutesHint'), t('minuteWord'))}
      </div>
    </Disclosure>
  );
}

const RECORDED = {
  visitors: 'people',
  recordedEnterprises: 'companies',
  recordedDesks: 'companies',
  recordedConsultations: 'pieces',
} as const;

function RecordedFields({ values, onChange, faulty }: PartProps) {
  const t = useMessages(organiserMessages);
  const names = Object.keys(RECORDED) as (keyof typeof RECORDED)[];
  const isOpen = names.some((name) => values[name] !== null || faulty === name);
  return (
    <Disclosure title={t('recorded')} open={isOpen}>
      <p className="field__hint">{t('recordedHint')}</p>
      <div className="form-grid">
        {names.map((name) => (
          <MoneyField
            key={name}
            label={t(name)}
            countWord={t(RECORDED[name])}
            value={values[name]}
            error={faulty === name ? t('fault_figure') : undefined}
            onChange={(value) => onChange({ [name]: value })}
          />
        ))}
      </div>
    </Disclosure>
  );
}
