import { contractChangeRefusal } from '@ieum/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button';
import { ChainLink } from '../../components/chain-link';
import { LinkButton } from '../../components/link-button';
import { ReasonDialog } from '../../components/reason-dialog';
import { useToast } from '../../components/toast';
import { useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import { useMay } from '../../lib/session';
import { cancelContract, type Contract } from './api';
import { contractMessages } from './messages';

/** The way to the chain for everybody; changing and cancelling for who keeps contracts, while they stand alone. */
export function ContractActions({ contract }: { readonly contract: Contract }) {
  const t = useMessages(contractMessages);
  const may = useMay();
  const standing = { state: contract.state, purchaseId: contract.purchase?.id ?? null };
  const isOpen = may('contract:write') && contractChangeRefusal(standing) === null;
  return (
    <>
      <ChainLink of="contract" id={contract.id} />
      {isOpen && (
        <>
          <LinkButton variant="secondary" icon="edit" to={`/contracts/${contract.id}/edit`}>
            {t('edit')}
          </LinkButton>
          <CancelContract contract={contract} />
        </>
      )}
    </>
  );
}

function CancelContract({ contract }: { readonly contract: Contract }) {
  const t = useMessages(contractMessages);
  const say = useToast();
  const sentence = useProblemSentence();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const cancel = async (reason: string) => {
    setBusy(true);
    try {
      await cancelContract(contract, reason);
      say(t('cancelled'));
    } catch (error) {
      say(sentence(error));
    }
    setBusy(false);
    setAsking(false);
    // The match has moved, too.
    await client.invalidateQueries();
  };
  return (
    <>
      <Button variant="secondary" onClick={() => setAsking(true)}>
        {t('cancel')}
      </Button>
      <ReasonDialog
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={(reason) => void cancel(reason)}
        title={t('cancelTitle')}
        text={t('cancelText')}
        label={t('cancelReason')}
        confirmLabel={t('cancel')}
        missingText={t('cancelMissing')}
        busy={busy}
        danger
      />
    </>
  );
}
