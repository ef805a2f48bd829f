import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { DraftNotice } from '../../components/draft-notice';
import { Notice } from '../../components/notice';
import { TextArea } from '../../components/text-area';
import { useToast } from '../../components/toast';
import { useRuleSpan } from '../../components/use-rule-span';
import { DIRECT_AWARD_KEY } from '../../lib/direct-award-queries';
import { useMessages } from '../../lib/language';
import { ProblemError } from '../../lib/problem-error';
import { useProblemSentence } from '../../lib/problem-sentences';
import { useDraft } from '../../lib/use-draft';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { correctRule, createRule, readRule, type AwardRule } from './api';
import { AwardRuleConflict } from './award-rule-conflict';
import { AwardRuleFields } from './award-rule-fields';
import { bodyOf, EMPTY_RULE, isRuleValues, refusalOf, valuesOf } from './award-rule-values';
import { awardRuleMessages } from './messages';

interface AwardRuleDialogProps {
  /** null = a new one */
  readonly rule: AwardRule | null;
  readonly rules: readonly AwardRule[];
  readonly onClose: () => void;
}

/** Adds or corrects a rule. The rule of rules says beforehand what the server would refuse. */
export function AwardRuleDialog({ rule, rules, onClose }: AwardRuleDialogProps) {
  const t = useMessages(awardRuleMessages);
  const sentence = useProblemSentence();
  const span = useRuleSpan();
  const say = useToast();
  const client = useQueryClient();
  const key = useIdempotencyKey();
  const start = rule === null ? EMPTY_RULE : valuesOf(rule);
  const draft = useDraft(`award-rule:${rule?.id ?? 'new'}`, isRuleValues);
  const [values, setValues] = useState(draft.kept ?? start);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const [theirs, setTheirs] = useState<AwardRule | null>(null);
  const refused = refusalOf(values, rules, rule?.id ?? null);
  const other = rules.find((one) => one.id === refused?.details?.['ruleId']);
  const lacksReason = rule !== null && values.reason.trim() === '';

  const change = (patch: Partial<typeof values>) => {
    const next = { ...values, ...patch };
    setValues(next);
    draft.keep(next);
  };
  const save = async (version: number | null) => {
    setTried(true);
    if (refused !== null || lacksReason) return;
    setBusy(true);
    setFault(null);
    setTheirs(null);
    const body = bodyOf(values);
    try {
      if (rule === null) await createRule(body, key.headersFor(body));
      else {
        const reason = values.reason.trim().normalize('NFC');
        await correctRule({ id: rule.id, version: version ?? rule.version }, { ...body, reason });
      }
      draft.clear();
      say(t(rule === null ? 'added' : 'saved'));
      await client.invalidateQueries({ queryKey: DIRECT_AWARD_KEY });
      onClose();
    } catch (error) {
      if (rule !== null && error instanceof ProblemError && error.status === 412)
        setTheirs(await readRule(rule.id).catch(() => null));
      setFault(error);
      setBusy(false);
    }
  };

  return (
    <>
      <Dialog
        open
        wide
        onClose={onClose}
        title={t(rule === null ? 'addTitle' : 'correctTitle')}
        actions={
          <Button busy={busy} onClick={() => void save(null)}>
            {t(rule === null ? 'add' : 'save')}
          </Button>
        }
      >
        <div className="stack stack--tight">
          {rule !== null && <p>{t('correctText')}</p>}
          {fault !== null && (
            <Notice tone="danger" live>
              {sentence(fault)}
            </Notice>
          )}
          {tried && other !== undefined && (
            <Notice tone="danger" live>
              {t('overlaps', { span: span(other) })}
            </Notice>
          )}
          {draft.kept !== null && (
            <DraftNotice
              onDiscard={() => {
                draft.clear();
                setValues(start);
              }}
            />
          )}
          <AwardRuleFields
            values={values}
            onChange={change}
            faulty={tried && refused?.code === 'RULE_INVALID' ? String(refused.details?.['field']) : null}
          />
          {rule !== null && (
            <TextArea
              label={t('reason')}
              required
              maxLength={500}
              value={values.reason}
              error={tried && lacksReason ? t('reasonRequired') : undefined}
              onChange={(event) => change({ reason: event.target.value })}
            />
          )}
        </div>
      </Dialog>
      {theirs !== null && (
        <AwardRuleConflict
          mine={values}
          theirs={theirs}
          onKeepMine={() => void save(theirs.version)}
          onTakeTheirs={() => {
            draft.clear();
            onClose();
            void client.invalidateQueries({ queryKey: DIRECT_AWARD_KEY });
          }}
          onClose={() => setTheirs(null)}
        />
      )}
    </>
  );
}
