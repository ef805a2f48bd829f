import { useQueryClient } from '@tanstack/react-query';
import { Button } from '../../../components/button';
import { DraftNotice } from '../../../components/draft-notice';
import { Notice } from '../../../components/notice';
import { useToast } from '../../../components/toast';
import { useMessages } from '../../../lib/language';
import { useProblemSentence } from '../../../lib/problem-sentences';
import { useUser } from '../../../lib/session';
import { useIdempotencyKey } from '../../../lib/use-idempotency-key';
import { useRowEditor } from '../../../lib/use-row-editor';
import { fairExhibitorQuery, type FairDetail, type FairExhibitorDetail } from '../api';
import { applyToFair, changeExhibitor } from '../fair-changes';
import { fairWords } from '../messages';
import { ExhibitorConflict } from '../parties/exhibitor-dialog';
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
  const client = useQueryClient();
  const editor = useRowEditor<FairExhibitorDetail, ExhibitorValues>({
    name: `my-fair:${fair.id}:${detail?.id ?? 'new'}`,
    start:
      detail === null
        ? {
            ...EMPTY_EXHIBITOR,
            supplierId: user.enterpriseId ?? '',
            representativeName: user.name,
            representativeEmail: user.email,
          }
        : valuesOfExhibitor(detail),
    isValues: isExhibitorValues,
    refusalOf: (values) => exhibitorFault(fair, values),
    read: detail && (() => client.fetchQuery({ ...fairExhibitorQuery(fair.id, detail.id), staleTime: 0 })),
    onSaved: async (said) => {
      key.renew();
      say(said);
      await refresh();
      onSaved?.();
    },
  });
  const save = (read: FairExhibitorDetail | null) =>
    editor.save(
      (values) => {
        const body = personOf(values);
        if (read !== null) return changeExhibitor(read, body);
        return applyToFair(fair.id, body, key.headersFor(body));
      },
      read === null ? t('applied') : word('saved'),
    );
  const { theirs } = editor;
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save(detail);
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
      {theirs !== null && (
        <ExhibitorConflict
          mine={editor.values}
          theirs={valuesOfExhibitor(theirs)}
          onKeepMine={() => save(theirs)}
          onTakeTheirs={() => {
            editor.draft.clear();
            onSaved?.();
          }}
          onClose={editor.forgetTheirs}
        />
      )}
    </form>
  );
}
