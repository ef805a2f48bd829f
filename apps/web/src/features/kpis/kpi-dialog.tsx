import { useQueryClient } from '@tanstack/react-query';
import { Button } from '../../components/button';
import { ConfirmedButton } from '../../components/confirmed-button';
import { RowDialog } from '../../components/row-dialog';
import { useToast } from '../../components/toast';
import { useMessages } from '../../lib/language';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { useRowEditor } from '../../lib/use-row-editor';
import { changeKpi, createKpi, KPI_KEY, readKpi, type Kpi } from './api';
import { kpiFormMessages } from './form-messages';
import { KpiConflict } from './kpi-conflict';
import { KpiFields } from './kpi-fields';
import { bodyOf, changeOf, EMPTY_KPI, isKpiValues, refusalOf, valuesOf, type KpiValues } from './kpi-values';

interface KpiDialogProps {
  /** null = a new one */
  readonly kpi: Kpi | null;
  readonly year: number;
  readonly onClose: () => void;
}

/** Puts a row on the board or changes it. The rule says beforehand what the server would refuse. */
export function KpiDialog({ kpi, year, onClose }: KpiDialogProps) {
  const t = useMessages(kpiFormMessages);
  const say = useToast();
  const client = useQueryClient();
  const key = useIdempotencyKey();
  const refresh = () => client.invalidateQueries({ queryKey: KPI_KEY });
  const editor = useRowEditor<Kpi, KpiValues>({
    name: `kpi:${kpi?.id ?? `new:${year}`}`,
    start: kpi === null ? EMPTY_KPI : valuesOf(kpi),
    isValues: isKpiValues,
    refusalOf: (values) => refusalOf(values, year),
    read: kpi && (() => readKpi(kpi.id)),
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
        if (kpi !== null) return changeKpi({ id: kpi.id, version: version ?? kpi.version }, changeOf(values));
        const body = bodyOf(values, year);
        return createKpi(body, key.headersFor(body));
      },
      t(kpi === null ? 'added' : 'saved'),
    );
  return (
    <>
      <RowDialog
        editor={editor}
        title={t(kpi === null ? 'addTitle' : 'editTitle', { year: String(year) })}
        onClose={onClose}
        actions={
          <>
            <Button busy={editor.busy} onClick={() => save(undefined)}>
              {t(kpi === null ? 'add' : 'save')}
            </Button>
            {kpi !== null && (
              <ConfirmedButton
                variant="secondary"
                busy={editor.busy}
                label={t(kpi.archived ? 'restore' : 'archive')}
                title={t(kpi.archived ? 'restore' : 'archive')}
                onConfirm={() =>
                  editor.step(
                    () => changeKpi(kpi, { archived: !kpi.archived }),
                    t(kpi.archived ? 'restored' : 'archived'),
                  )
                }
              >
                <p>{t(kpi.archived ? 'restoreText' : 'archiveText')}</p>
              </ConfirmedButton>
            )}
          </>
        }
      >
        <KpiFields values={editor.values} faulty={editor.faulty} onChange={editor.change} />
      </RowDialog>
      {theirs !== null && (
        <KpiConflict
          mine={editor.values}
          theirs={theirs}
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
