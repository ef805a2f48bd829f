import { Button } from '../../../components/button';
import { DraftNotice } from '../../../components/draft-notice';
import { Notice } from '../../../components/notice';
import { useToast } from '../../../components/toast';
import { useMessages } from '../../../lib/language';
import { useProblemSentence } from '../../../lib/problem-sentences';
import { useUser } from '../../../lib/session';
import { useIdempotencyKey } from '../../../lib/use-idempotency-key';
import { useRowEditor } from '../../../lib/use-row-editor';
import type { FairDetail, FairExhibitorDetail } from '../api';
import { applyToFair, changeExhibitor } from '../fair-changes';
import { fairWords } from '../messages';
import {
  EMPTY_EXHIBITOR,
  exhibitorFault,
  isExhibitorValues,
  personOf,
  valuesOfExhibitor,
  type ExhibitorValues,
} from '../parties/exhibitor-values';
import { useFairRefresh } from '../use-fair-refresh';
import { ApplyFields } from './apply-fields';
import { myFairMessages } from './my-fair-messages';

interface ApplyFormProps {
  readonly fair: FairDetail;
  /** what was applied for; null = nothing yet, or it was withdrawn */
  readonly detail: FairExhibitorDetail | null;
  readonly onSaved?: () => void;
  /** undefined = there is nothing to go back to */
  readonly onBack?: () => void;
}

/** The own application: typed once, kept as a draft, and changed as long as the fair allows. */
export function ApplyForm({ fair, detail, onSaved, onBack }: ApplyFormProps) {
  const t = useMessages(myFairMessages);
  const word = useMessages(fairWords);
  const user = useUser();
  const say = useToast();
  const sentence = useProblemSentence();
  const refresh = useFairRefresh();
  const key = useIdempotencyKey();
  const editor = useRowEditor<never, ExhibitorValues>({
    name: `my-fair:${fair.id}:${detail?.id ?? 'new'}`,
    start:
      detail === null
        ? { ...EMPTY_EXHIBITOR, supplierId: user.enterpriseId ?? '', representativeName: user.name }
        : valuesOfExhibitor(detail),
    isValues: isExhibitorValues,
    refusalOf: (values) => exhibitorFault(fair, values),
    read: null,
    onSaved: async (said) => {
      key.renew();
      say(said);
      await refresh();
      onSaved?.();
    },
  });
  const save = () =>
    editor.save(
      (values) => {
        const body = personOf(values);
        if (detail !== null) return changeExhibitor(detail, body);
        return applyToFair(fair.id, body, key.headersFor(body));
      },
      detail === null ? t('applied') : word('saved'),
    );
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {editor.fault !== null && (
        <Notice tone="danger" live>
          {sentence(editor.fault)}
        </Notice>
      )}
      {editor.draft.kept !== null && <DraftNotice onDiscard={editor.discard} />}
      <ApplyFields
        slots={fair.slots}
        values={editor.values}
        onChange={editor.change}
        faulty={editor.faulty}
      />
      <div className="cluster">
        <Button type="submit" busy={editor.busy}>
          {detail === null ? t('apply') : word('save')}
        </Button>
        {onBack !== undefined && (
          <Button variant="secondary" onClick={onBack}>
            {t('back')}
          </Button>
        )}
      </div>
    </form>
  );
}
