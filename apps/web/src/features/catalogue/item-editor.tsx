import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '../../components/button';
import { DraftNotice } from '../../components/draft-notice';
import { Form, FormActions } from '../../components/form';
import { LinkButton } from '../../components/link-button';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { useToast } from '../../components/toast';
import { VersionConflict } from '../../components/version-conflict';
import type { CatalogueItem } from '../../lib/catalogue-item';
import { useMessages } from '../../lib/language';
import { ProblemError } from '../../lib/problem-error';
import { useDraft } from '../../lib/use-draft';
import { CATALOGUE_KEY, changeItem, itemQuery, takeStep } from './api';
import { useCataloguePlace } from './catalogue-place';
import { ItemFormFields } from './item-form-fields';
import { bodyOf, isItemDraft, valuesOf, type ItemFormValues } from './item-form-values';
import { ItemPreview } from './item-preview';
import { ItemSteps } from './item-steps';
import { catalogueMessages } from './messages';
import { PhotoPanel } from './photo-panel';
import { useConflictFields } from './use-conflict-fields';
import { throwPlaced, useItemForm, useItemLabels } from './use-item-form';
import './catalogue.css';

const FORM_ID = 'catalogue-item-form';

/** One item: its fields, its photos, its state, and how everybody will see it. */
export function ItemEditor({ start }: { readonly start: CatalogueItem }) {
  const t = useMessages(catalogueMessages);
  const say = useToast();
  const client = useQueryClient();
  const place = useCataloguePlace(start.supplierId);
  const [item, setItem] = useState(start);
  const [theirs, setTheirs] = useState<CatalogueItem | null>(null);
  const [drawn, setDrawn] = useState(0);
  /** The version that the form was filled from: only then may it be saved over. */
  const base = useRef(start.version);
  const state = useRef(start.state);
  const intent = useRef<'save' | 'publish'>('save');
  const isPublic = useCallback(() => state.current === 'published' || intent.current === 'publish', []);
  const draft = useDraft(`catalogue-item:${start.id}`, isItemDraft);
  const form = useItemForm(draft.kept ?? valuesOf(start), isPublic);
  const labels = useItemLabels();
  const values = form.watch();
  const { isDirty, isSubmitting } = form.formState;
  const { keep } = draft;
  useEffect(() => {
    if (isDirty) keep(values);
  }, [isDirty, keep, values]);

  /** What the server answered to a step of ours; a version further on than ours plus one holds somebody else's change. */
  const accept = (next: CatalogueItem) => {
    if (next.version === base.current + 1) base.current = next.version;
    state.current = next.state;
    setItem(next);
    void client.invalidateQueries({ queryKey: CATALOGUE_KEY });
    void client.invalidateQueries({ queryKey: ['suppliers'] });
  };
  const refill = (next: ItemFormValues) => {
    draft.clear();
    form.reset(next);
    setDrawn((before) => before + 1);
  };
  const readTheirs = async () => setTheirs(await client.fetchQuery({ ...itemQuery(start.id), staleTime: 0 }));

  const send = async (typed: ItemFormValues) => {
    const publishes = intent.current === 'publish';
    try {
      let saved = item;
      if (isDirty || draft.kept !== null) {
        saved = await changeItem({ id: start.id, version: base.current }, bodyOf(typed));
        accept(saved);
        refill(valuesOf(saved));
      }
      if (publishes) accept(await takeStep({ id: start.id, version: base.current }, 'publish'));
      say(publishes ? t('published') : t(saved.state === 'published' ? 'savedPublic' : 'saved'));
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'VERSION_STALE') await readTheirs();
      else throwPlaced(error);
    } finally {
      intent.current = 'save';
    }
  };
  const submitAs = (next: 'save' | 'publish') => {
    intent.current = next;
    document.querySelector<HTMLFormElement>(`#${FORM_ID}`)?.requestSubmit();
  };
  const isArchived = item.state === 'archived';
  return (
    <div className="stack">
      <PageHeader
        title={item.name}
        crumbs={[{ label: place.isOwn ? t('title') : t('listTitle'), to: place.list }]}
        actions={<ItemSteps item={item} onDone={accept} onStale={readTheirs} />}
      />
      {draft.kept !== null && <DraftNotice onDiscard={() => refill(valuesOf(item))} />}
      {isArchived && <Notice>{t('archivedNotice')}</Notice>}
      <div className="item-editor">
        <div className="stack">
          <section className="panel" aria-label={t('editor')}>
            <Form id={FORM_ID} form={form} onSubmit={send} labels={labels}>
              <ItemFormFields key={drawn} form={form} disabled={isArchived} />
              {!isArchived && (
                <FormActions>
                  {item.state === 'draft' && (
                    <Button busy={isSubmitting} onClick={() => submitAs('publish')}>
                      {t('saveAndPublish')}
                    </Button>
                  )}
                  <Button
                    type="submit"
                    variant={item.state === 'draft' ? 'secondary' : 'primary'}
                    busy={isSubmitting}
                  >
                    {t('save')}
                  </Button>
                  <LinkButton to={place.list} variant="text">
                    {t('cancel')}
                  </LinkButton>
                </FormActions>
              )}
            </Form>
          </section>
          <PhotoPanel item={item} version={() => base.current} onDone={accept} onStale={readTheirs} />
        </div>
        <div className="item-editor__side">
          <ItemPreview
            itemId={item.id}
            values={values}
            photos={item.photos}
            isPublic={item.state === 'published'}
            confirmedOn={item.confirmedOn}
          />
        </div>
      </div>
      <VersionConflict
        open={theirs !== null}
        fields={useConflictFields(values, theirs)}
        onClose={() => setTheirs(null)}
        onKeepMine={() => {
          if (theirs !== null) {
            base.current = theirs.version;
            state.current = theirs.state;
            setItem(theirs);
          }
          setTheirs(null);
          submitAs('save');
        }}
        onTakeTheirs={() => {
          if (theirs !== null) {
            base.current = theirs.version;
            state.current = theirs.state;
            setItem(theirs);
            refill(valuesOf(theirs));
          }
          setTheirs(null);
        }}
      />
    </div>
  );
}
