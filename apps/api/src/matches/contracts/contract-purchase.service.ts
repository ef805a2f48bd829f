import { Injectable } from '@nestjs/common';
import { contractPurchaseRefusal, otherPartyNames, refusal, yearOf, type RefusalCode } from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { refusalOfDatabaseError } from '../../common/database-errors';
import { assertAllowed, Refused, refuse } from '../../common/refused';
import { Transactions, type Tx } from '../../database/transactions';
import { PurchasesService } from '../../purchases/purchases.service';
import { toContractDto, type ContractRow } from './contract.row';
import { contractById, contractNow } from './contracts.queries';
import { reachableContract, standingOf } from './contracts.service';
import type { ContractDto } from './dto/contract.dto';
import type { PurchaseContractDto } from './dto/write-contract.dto';

/** A contract becomes a purchase, once (ADR 0022): the lead party with the whole value, by the ledger's own rules. */
@Injectable()
export class ContractPurchaseService {
  constructor(
    private readonly transactions: Transactions,
    private readonly purchases: PurchasesService,
  ) {}

  /**
   * Refuses with the codes of contractPurchaseRefusal and purchaseRefusal. uq_purchases_contract lets one through when
   * several press at the same moment; whoever was later is told which purchase it is.
   */
  async toPurchase(actor: Actor, id: string, body: PurchaseContractDto): Promise<ContractDto> {
    try {
      return await this.transactions.runOnce(actor, (tx) => this.enter(tx, id, body));
    } catch (failure) {
      throw (await this.somebodyWasFaster(actor, id, failure)) ?? failure;
    }
  }

  private async enter(tx: Tx, id: string, body: PurchaseContractDto): Promise<ContractDto> {
    const contract = await reachableContract(tx, id, 'contract:read');
    assertAllowed(contractPurchaseRefusal(standingOf(contract), contract.suppliers_unknown));
    const lead =
      contract.parties.find((one) => one.isLead) ?? refuse('CONTRACT_INVALID', { field: 'parties' });
    const place = {
      institutionId: contract.institution_id,
      departmentId: departmentOf(contract, body),
      fiscalYear: body.fiscalYear ?? yearOf(contract.signed_on),
    };
    await this.purchases.createFromContract(
      tx,
      place,
      {
        supplierId: lead.supplierId,
        supplierName: lead.supplierName,
        item: contract.item,
        classificationCode: contract.classification_code,
        kind: contract.kind,
        method: contract.method,
        channel: contract.kind === 'outsourcing' ? 'outsourcing' : 'contract',
        contractNumber: contract.contract_number,
        contractDate: contract.signed_on,
        paymentDate: body.paymentDate ?? null,
        amountKrw: contract.value_krw,
        supplyValueKrw: contract.supply_value_krw,
        note: noteOf(contract),
        confirmProbableDuplicate: body.confirmProbableDuplicate,
      },
      { contractId: id, source: contract.source === 'fair' ? 'fair_contract' : 'match_contract' },
    );
    // The new row refers to the contract, so that nobody cancels or corrects it any more; was somebody faster?
    const now = (await contractNow(tx, id)) ?? refuse('NOT_FOUND');
    if (now.state !== 'signed') refuse('CONTRACT_STATE', { state: now.state });
    if (now.version !== contract.version) refuse('VERSION_STALE');
    return toContractDto(await contractById(tx, id));
  }

  /** The ledger may have said no because of the very purchase that another one made of this contract meanwhile. */
  private async somebodyWasFaster(actor: Actor, id: string, failure: unknown): Promise<Refused | null> {
    const said = failure instanceof Refused ? failure.refusal : refusalOfDatabaseError(failure);
    if (said === null || !SAID_OF_A_TWIN.has(said.code)) return null;
    const { purchase } = await this.transactions.run(actor, (tx) => contractById(tx, id));
    return purchase === null
      ? null
      : new Refused(refusal('CONTRACT_ALREADY_PURCHASED', { purchaseId: purchase.id }));
  }
}

/** Codes that the ledger gives only to who may write there, and that a purchase of the same contract brings about. */
const SAID_OF_A_TWIN: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'CONTRACT_ALREADY_PURCHASED',
  'DUPLICATE_CONTRACT_NUMBER',
  'PURCHASE_PROBABLE_DUPLICATE',
]);

/** The contract's department; where it names none, the one that is named now. */
function departmentOf(contract: ContractRow, { departmentId }: PurchaseContractDto): string {
  const own = contract.department_id;
  if (own !== null && departmentId !== undefined && departmentId !== own) {
    return refuse('CONTRACT_INVALID', { field: 'departmentId', rule: 'unexpected' });
  }
  return own ?? departmentId ?? refuse('CONTRACT_INVALID', { field: 'departmentId', rule: 'required' });
}

const NOTE_LENGTH = 1000;

/** The lead party stands in the ledger for all of them. */
function noteOf({ parties, note }: ContractRow): string | null {
  const others = otherPartyNames(parties);
  const lines = [
    ...(others.length === 0 ? [] : [`공동 수행: ${others.join(', ')}`]),
    ...(note === null ? [] : [note]),
  ];
  return lines.length === 0 ? null : lines.join('\n').slice(0, NOTE_LENGTH);
}
