import type { ConflictField } from '../../components/version-conflict';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { matchWords } from '../../lib/match-messages';
import { showKrw } from '../../lib/money-format';
import type { MatchValues } from './match-values';
import { matchMessages } from './messages';

/** Both versions of a match side by side, in words. */
export function useConflictFields(): (mine: MatchValues, theirs: MatchValues) => readonly ConflictField[] {
  const t = useMessages(matchMessages);
  const word = useMessages(matchWords);
  const { language } = useLanguage();
  return (mine, theirs) => {
    const field = (label: string, show: (values: MatchValues) => string): ConflictField => ({
      label,
      mine: show(mine),
      theirs: show(theirs),
      differs: show(mine) !== show(theirs),
    });
    return [
      field(t('titleField'), (one) => one.title),
      field(t('estimatedValue'), (one) => showKrw(one.estimatedValueKrw)),
      field(t('identifiedOn'), (one) => showDay(one.identifiedOn, language)),
      field(t('supportKinds'), (one) => one.supportKinds.map((kind) => word(`kind_${kind}`)).join(', ')),
      field(t('classification'), (one) => one.classificationCode),
      field(t('note'), (one) => one.note),
    ];
  };
}
