import type { ReactNode } from 'react';
import { useProblemSentence } from '../lib/problem-sentences';
import type { RowEditor } from '../lib/use-row-editor';
import { Dialog } from './dialog';
import { DraftNotice } from './draft-notice';
import { Notice } from './notice';

interface RowDialogProps<Row, Values> {
  readonly editor: RowEditor<Row, Values>;
  readonly title: string;
  readonly onClose: () => void;
  readonly actions: ReactNode;
  /** the fields */
  readonly children: ReactNode;
}

/** The frame of a form over one row: what the server refused, whether a draft was kept, the fields, the buttons. */
export function RowDialog<Row, Values>({
  editor,
  title,
  onClose,
  actions,
  children,
}: RowDialogProps<Row, Values>) {
  const sentence = useProblemSentence();
  return (
    <Dialog open wide onClose={onClose} title={title} actions={actions}>
      <div className="stack stack--tight">
        {editor.fault !== null && (
          <Notice tone="danger" live>
            {sentence(editor.fault)}
          </Notice>
        )}
        {editor.draft.kept !== null && <DraftNotice onDiscard={editor.discard} />}
        {children}
      </div>
    </Dialog>
  );
}
