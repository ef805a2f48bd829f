import { VersionConflict } from '../../components/version-conflict';
import { showDay, today } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import type { Consultation } from './api';
import { consultationValues, type ConsultationValues } from './consultation-values';
import { consultationMessages } from './messages';

interface ConsultationConflictProps {
  readonly mine: ConsultationValues;
  readonly theirs: Consultation;
  readonly onClose: () => void;
  readonly onTake: (theirs: Consultation) => void;
  readonly onKeep: (theirs: Consultation) => void;
}

/** Somebody corrected the same consultation meanwhile: both versions, and a choice. */
export function ConsultationConflict(props: ConsultationConflictProps) {
  const { mine, theirs, onClose, onTake, onKeep } = props;
  const t = useMessages(consultationMessages);
  const { language } = useLanguage();
  const other = consultationValues(theirs, today());
  const row = (label: string, of: (values: ConsultationValues) => string) => ({
    label,
    mine: of(mine),
    theirs: of(other),
    differs: of(mine) !== of(other),
  });
  return (
    <VersionConflict
      open
      fields={[
        row(t('consultedOn'), ({ consultedOn }) => showDay(consultedOn, language)),
        row(t('channel'), ({ channel }) => t(`channel_${channel}`)),
        row(t('callerKind'), ({ callerKind }) => t(`caller_${callerKind}`)),
        row(t('organisation'), ({ institutionName, supplierName }) => institutionName || supplierName),
        row(t('topic'), ({ topic }) => topic),
        row(t('answer'), ({ answer }) => answer),
      ]}
      onClose={onClose}
      onTakeTheirs={() => onTake(theirs)}
      onKeepMine={() => onKeep(theirs)}
    />
  );
}
