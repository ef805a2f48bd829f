import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Button } from '../../components/button';
import { DraftNotice } from '../../components/draft-notice';
import { Form, FormActions } from '../../components/form';
import { LinkButton } from '../../components/link-button';
import { PageHeader } from '../../components/page-header';
import { useToast } from '../../components/toast';
import { useMessages } from '../../lib/language';
import { useUser } from '../../lib/session';
import { useDraft } from '../../lib/use-draft';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { CATALOGUE_KEY, createItem } from './api';
import { useCataloguePlace } from './catalogue-place';
import { ItemFormFields } from './item-form-fields';
import { bodyOf, EMPTY_ITEM, isItemDraft, type ItemFormValues } from './item-form-values';
import { ItemPreview } from './item-preview';
import { catalogueMessages } from './messages';
import { NoEnterprise } from './no-enterprise';
import { throwPlaced, useItemForm, useItemLabels } from './use-item-form';
import './catalogue.css';

/** For the own enterprise, or, with a supplier in the address, for who keeps the register. */
export default function NewItemPage() {
  const user = useUser();
  const { id = user.enterpriseId } = useParams();
  return id === null ? <NoEnterprise /> : <NewItemForm key={id} supplierId={id} />;
}

const NEVER_PUBLIC = () => false;

function NewItemForm({ supplierId }: { readonly supplierId: string }) {
  const t = useMessages(catalogueMessages);
  const say = useToast();
  const navigate = useNavigate();
  const client = useQueryClient();
  const place = useCataloguePlace(supplierId);
  const idempotency = useIdempotencyKey();
  const draft = useDraft(`catalogue-item:new:${supplierId}`, isItemDraft);
  const form = useItemForm(draft.kept ?? EMPTY_ITEM, NEVER_PUBLIC);
  const labels = useItemLabels();
  const values = form.watch();
  const { isDirty, isSubmitting } = form.formState;
  const { keep } = draft;
  useEffect(() => {
    if (isDirty) keep(values);
  }, [isDirty, keep, values]);

  const send = async (typed: ItemFormValues) => {
    const body = bodyOf(typed);
    try {
      const made = await createItem(supplierId, body, idempotency.headersFor(body));
      idempotency.renew();
      draft.clear();
      say(t('created'));
      await client.invalidateQueries({ queryKey: CATALOGUE_KEY });
      await navigate(place.item(made.id), { replace: true });
    } catch (error) {
      throwPlaced(error);
    }
  };
  return (
    <div className="stack">
      <PageHeader title={t('createTitle')} crumbs={[{ label: t('listTitle'), to: place.list }]} />
      {draft.kept !== null && (
        <DraftNotice
          onDiscard={() => {
            draft.clear();
            form.reset(EMPTY_ITEM);
          }}
        />
      )}
      <div className="item-editor">
        <div className="panel">
          <Form form={form} onSubmit={send} labels={labels}>
            <ItemFormFields form={form} />
            <p className="field__hint">{t('photosLater')}</p>
            <FormActions>
              <Button type="submit" busy={isSubmitting}>
                {t('save')}
              </Button>
              <LinkButton to={place.list} variant="text">
                {t('cancel')}
              </LinkButton>
            </FormActions>
          </Form>
        </div>
        <div className="item-editor__side">
          <ItemPreview itemId="" values={values} photos={[]} isPublic={false} confirmedOn={null} />
        </div>
      </div>
    </div>
  );
}
