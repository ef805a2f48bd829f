import { StateBadge, type BadgeTone } from '../../components/state-badge';
import type { CatalogueItem } from '../../lib/catalogue-item';
import { useMessages } from '../../lib/language';
import { catalogueMessages } from './messages';

const TONE: Readonly<Record<CatalogueItem['state'], BadgeTone>> = {
  draft: 'information',
  published: 'success',
  archived: 'neutral',
};

export function ItemStateBadge({ item }: { readonly item: Pick<CatalogueItem, 'state'> }) {
  const t = useMessages(catalogueMessages);
  return (
    <StateBadge
      tone={TONE[item.state]}
      icon={item.state === 'draft' ? 'edit' : undefined}
      label={t(`state_${item.state}`)}
    />
  );
}
