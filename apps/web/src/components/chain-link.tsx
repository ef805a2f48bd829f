import { useMessages } from '../lib/language';
import { useMay } from '../lib/session';
import { LinkButton } from './link-button';
import { componentMessages } from './messages';

interface ChainLinkProps {
  readonly of: 'visit' | 'consultation' | 'need' | 'meeting' | 'match' | 'contract' | 'purchase';
  readonly id: string;
}

/** From any step to the whole chain around it, for who may read chains. */
export function ChainLink({ of, id }: ChainLinkProps) {
  const t = useMessages(componentMessages);
  const may = useMay();
  if (!may('chain:read')) return null;
  return (
    <LinkButton variant="secondary" to={`/chains?${of}Id=${id}`}>
      {t('showChain')}
    </LinkButton>
  );
}
