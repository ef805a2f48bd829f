import type { SurveyAnswer } from '@ieum/domain';
import { VersionConflict, type ConflictField } from '../../components/version-conflict';
import { useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { surveyMessages } from './messages';

interface SurveyConflictProps {
  readonly mine: SurveyAnswer;
  /** null = there is no conflict */
  readonly theirs: SurveyAnswer | null;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
  readonly onClose: () => void;
}

/** Somebody else of the department saved meanwhile: both answers, row by row. */
export function SurveyConflict({ mine, theirs, ...actions }: SurveyConflictProps) {
  const t = useMessages(surveyMessages);
  const fields: ConflictField[] =
    theirs === null
      ? []
      : [
          field(t('plannedTitle'), <Rows answer={mine} />, <Rows answer={theirs} />, [
            mine.plannedPurchases,
            theirs.plannedPurchases,
          ]),
          field(t('wishedTarget'), showKrw(mine.wishedTargetKrw), showKrw(theirs.wishedTargetKrw), [
            mine.wishedTargetKrw,
            theirs.wishedTargetKrw,
          ]),
          field(
            t('wishedMallTarget'),
            showKrw(mine.wishedMallTargetKrw),
            showKrw(theirs.wishedMallTargetKrw),
            [mine.wishedMallTargetKrw, theirs.wishedMallTargetKrw],
          ),
        ];
  return <VersionConflict open={theirs !== null} fields={fields} {...actions} />;
}

function field(
  label: string,
  mine: ConflictField['mine'],
  theirs: ConflictField['theirs'],
  [one, other]: readonly [unknown, unknown],
): ConflictField {
  return { label, mine, theirs, differs: JSON.stringify(one) !== JSON.stringify(other) };
}

function Rows({ answer }: { readonly answer: SurveyAnswer }) {
  return (
    <ul>
      {answer.plannedPurchases.map((planned, index) => (
        <li key={index}>{`${planned.item} ${showKrw(planned.amountKrw)}`}</li>
      ))}
    </ul>
  );
}
