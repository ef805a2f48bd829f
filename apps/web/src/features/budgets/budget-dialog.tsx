import { useQueryClient } from '@tanstack/react-query';
import { Button } from '../../components/button';
import { ConfirmedButton } from '../../components/confirmed-button';
import { RowDialog } from '../../components/row-dialog';
import { useToast } from '../../components/toast';
import { VersionConflict } from '../../components/version-conflict';
import { useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { useRowEditor } from '../../lib/use-row-editor';
import { BUDGET_KEY, changeBudget, createBudget, readBudget, type Budget } from './api';
import { BudgetFields } from './budget-fields';
import {
  bodyOf,
  changeOf,
  EMPTY_BUDGET,
  isBudgetValues,
  refusalOf,
  valuesOf,
  type BudgetValues,
} from './budget-values';
import { budgetMessages } from './messages';

interface BudgetDialogProps {
  /** null = a new one */
  readonly budget: Budget | null;
  readonly year: number;
  readonly onClose: () => void;
}

export function BudgetDialog({ budget, year, onClose }: BudgetDialogProps) {
  const t = useMessages(budgetMessages);
  const say = useToast();
  const client = useQueryClient();
  const key = useIdempotencyKey();
  const refresh = () => client.invalidateQueries({ queryKey: BUDGET_KEY });
  const editor = useRowEditor<Budget, BudgetValues>({
    name: `budget:${budget?.id ?? `new:${year}`}`,
    start: budget === null ? EMPTY_BUDGET : valuesOf(budget),
    isValues: isBudgetValues,
    refusalOf: (values) => refusalOf(values, year),
    read: budget && (() => readBudget(budget.id)),
    onSaved: async (said) => {
      say(said);
      await refresh();
      onClose();
    },
  });
  const { theirs } = editor;
  const save = (version: number | undefined) =>
    editor.save(
      (values) => {
        if (budget !== null)
          return changeBudget({ id: budget.id, version: version ?? budget.version }, changeOf(values));
        const body = bodyOf(values, year);
        return createBudget(body, key.headersFor(body));
      },
      t(budget === null ? 'added' : 'saved'),
    );
  return (
    <>
      <RowDialog
        editor={editor}
        title={t(budget === null ? 'addTitle' : 'editTitle', { year: String(year) })}
        onClose={onClose}
        actions={
          <>
            <Button busy={editor.busy} onClick={() => save(undefined)}>
              {t(budget === null ? 'add' : 'save')}
            </Button>
            {budget !== null && (
              <ConfirmedButton
                variant="secondary"
                busy={editor.busy}
                label={t(budget.archived ? 'restore' : 'archive')}
                title={t(budget.archived ? 'restore' : 'archive')}
                onConfirm={() =>
                  editor.step(
                    () => changeBudget(budget, { archived: !budget.archived }),
                    t(budget.archived ? 'restored' : 'archivedDone'),
                  )
                }
              >
                <p>{t(budget.archived ? 'restoreText' : 'archiveText')}</p>
              </ConfirmedButton>
            )}
          </>
        }
      >
        <BudgetFields values={editor.values} faulty={editor.faulty} onChange={editor.change} />
      </RowDialog>
      {theirs !== null && (
        <BudgetConflict
          mine={editor.values}
          theirs={valuesOf(theirs)}
          onKeepMine={() => save(theirs.version)}
          onTakeTheirs={() => {
            editor.draft.clear();
            onClose();
            void refresh();
          }}
          onClose={editor.forgetTheirs}
        />
      )}
    </>
  );
}

interface BudgetConflictProps {
  readonly mine: BudgetValues;
  readonly theirs: BudgetValues;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
  readonly onClose: () => void;
}

/** Two administrators changed the same row: both versions, and a choice. */
function BudgetConflict({ mine, theirs, ...choice }: BudgetConflictProps) {
  const t = useMessages(budgetMessages);
  const shown = (values: BudgetValues): Readonly<Record<string, string>> => ({
    [t('programme')]: values.programme,
    [t('item')]: values.item,
    [t('budget')]: showKrw(values.budgetKrw),
    [t('moved')]: showKrw(values.movedKrw ?? 0),
    [t('spent')]: showKrw(values.spentKrw ?? 0),
    [t('note')]: values.note,
  });
  const [own, other] = [shown(mine), shown(theirs)];
  return (
    <VersionConflict
      open
      fields={Object.keys(own).map((label) => ({
        label,
        mine: own[label],
        theirs: other[label],
        differs: own[label] !== other[label],
      }))}
      {...choice}
    />
  );
}
