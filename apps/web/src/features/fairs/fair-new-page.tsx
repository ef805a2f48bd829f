import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '../../components/button';
import { DraftNotice } from '../../components/draft-notice';
import { FormActions } from '../../components/form';
import { LinkButton } from '../../components/link-button';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { useToast } from '../../components/toast';
import { useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import { useUser } from '../../lib/session';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { useRowEditor } from '../../lib/use-row-editor';
import { FAIRS_KEY, type FairDetail } from './api';
import { createFair } from './fair-changes';
import { FairFields } from './fair-fields';
import { bodyOf, EMPTY_FAIR, isFairValues, refusalOf, type FairValues } from './fair-values';
import { organiserMessages } from './organiser-messages';

/** A fair begins with a name and its days; all else can wait. */
export default function FairNewPage() {
  const t = useMessages(organiserMessages);
  const say = useToast();
  const navigate = useNavigate();
  const client = useQueryClient();
  const user = useUser();
  const key = useIdempotencyKey();
  const sentence = useProblemSentence();
  const [made] = useState<{ id: string | null }>({ id: null });
  const editor = useRowEditor<FairDetail, FairValues>({
    name: 'fair:new',
    start: EMPTY_FAIR,
    isValues: isFairValues,
    refusalOf: (values) => refusalOf(values, 'planned', user.institutionId === null),
    read: null,
    onSaved: async (said) => {
      say(said);
      await client.invalidateQueries({ queryKey: FAIRS_KEY });
      await navigate(`/fairs/${made.id ?? ''}`, { replace: true });
    },
  });
  const send = async (values: FairValues) => {
    const body = bodyOf(values);
    made.id = (await createFair(body, key.headersFor(body))).id;
  };
  return (
    <div className="stack">
      <PageHeader
        title={t('newTitle')}
        description={t('newLead')}
        crumbs={[{ label: t('title'), to: '/fairs' }]}
      />
      <form
        className="panel form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          editor.save(send, t('created'));
        }}
      >
        {editor.fault !== null && (
          <Notice tone="danger" live>
            {sentence(editor.fault)}
          </Notice>
        )}
        {editor.draft.kept !== null && <DraftNotice onDiscard={editor.discard} />}
        <FairFields values={editor.values} onChange={editor.change} faulty={editor.faulty} isNew />
        <FormActions>
          <Button type="submit" busy={editor.busy}>
            {t('newSave')}
          </Button>
          <LinkButton variant="secondary" to="/fairs">
            {t('back')}
          </LinkButton>
        </FormActions>
      </form>
    </div>
  );
}
