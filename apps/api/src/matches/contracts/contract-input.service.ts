import { Injectable } from '@nestjs/common';
import {
  accessRefusal,
  contractRefusal,
  tidyLine,
  type ContractParty,
  type ContractSource,
} from '@ieum/domain';
import { Clock } from '../../common/clock';
import { assertAllowed, refuse } from '../../common/refused';
import type { Tx } from '../../database/transactions';
import { InstitutionsService } from '../../institutions/institutions.service';
import { SuppliersService } from '../../suppliers/suppliers.service';
import { matchOfContract, selectedParties, type MatchOfContract } from './contracts.queries';
import type { ContractFieldsDto, CreateContractDto } from './dto/write-contract.dto';

type Columns = Readonly<Record<string, unknown>>;

/** Who buys, in whose area, and the match that led to it. */
export interface ContractPlace {
  readonly institutionId: string;
  readonly areaId: string;
  readonly match: MatchOfContract | null;
}

/** What was entered, checked by the rules, as the table wants it. */
export interface EnteredContract {
  readonly columns: Columns;
  readonly departmentId: string | null;
  readonly parties: readonly ContractParty[];
}

/** Reads what a person wrote down of a contract: the names from the registers, the rest by the rule. */
@Injectable()
export class ContractInputService {
  constructor(
    private readonly clock: Clock,
    private readonly institutions: InstitutionsService,
    private readonly suppliers: SuppliersService,
  ) {}

  /** Where a new contract lies, when the actor may write there. */
  async placeOf(tx: Tx, { matchId, institutionId }: CreateContractDto): Promise<ContractPlace> {
    const match = matchId === undefined || matchId === null ? null : await matchOfContract(tx, matchId);
    const buyer = match?.institutionId ?? institutionId;
    if (buyer === undefined || buyer === null) {
      return refuse('CONTRACT_INVALID', { field: 'institutionId', rule: 'required' });
    }
    const { areaId } = match ?? (await this.institutions.facts(tx, buyer));
    assertAllowed(accessRefusal(tx.actor, 'contract:write', { institutionId: buyer, areaId }));
    if (institutionId !== undefined && institutionId !== null && institutionId !== buyer) {
      return refuse('CONTRACT_INVALID', { field: 'institutionId', rule: 'unexpected' });
    }
    return { institutionId: buyer, areaId, match };
  }

  /** @param before the parties that stand while none are given. Refuses with the codes of contractRefusal, or NOT_FOUND. */
  async read(
    tx: Tx,
    place: { readonly institutionId: string; readonly hasMatch: boolean; readonly source: ContractSource },
    fields: ContractFieldsDto,
    before: readonly ContractParty[],
  ): Promise<EnteredContract> {
    const departmentId = fields.departmentId ?? null;
    const department =
      departmentId === null
        ? null
        : await this.institutions.departmentFacts(tx, place.institutionId, departmentId);
    const suppliersUnknown = fields.suppliersUnknown ?? false;
    const given = fields.parties === undefined ? before : await this.partiesOf(tx, fields.parties);
    // Whoever says that they are unknown takes back what was prefilled.
    const parties = suppliersUnknown && fields.parties === undefined ? [] : given;
    const input = {
      item: tidyLine(fields.item),
      signedOn: fields.signedOn,
      valueKrw: fields.valueKrw,
      supplyValueKrw: fields.supplyValueKrw ?? null,
      suppliersUnknown,
      note: fields.note?.trim() ?? null,
      parties,
    };
    const { source, hasMatch } = place;
    assertAllowed(contractRefusal({ ...input, source, hasMatch }, this.clock.today()));
    const number = fields.contractNumber;
    return {
      departmentId,
      parties,
      columns: {
        department_id: departmentId,
        department_name: department?.name ?? null,
        item: input.item,
        classification_code: fields.classificationCode ?? null,
        kind: fields.kind,
        method: fields.method ?? null,
        contract_number: number === undefined || number === null ? null : tidyLine(number),
        signed_on: input.signedOn,
        value_krw: input.valueKrw,
        supply_value_krw: input.supplyValueKrw,
        suppliers_unknown: suppliersUnknown,
        note: input.note,
      },
    };
  }

  /** Whom the match selected; nobody without one. */
  winnersOf(tx: Tx, { match }: ContractPlace): Promise<ContractParty[]> {
    return match === null ? Promise.resolve([]) : selectedParties(tx, match.id);
  }

  /** A registered enterprise by the register's name, also one that was merged; another one as it was written. */
  private async partiesOf(
    tx: Tx,
    written: NonNullable<ContractFieldsDto['parties']>,
  ): Promise<ContractParty[]> {
    const ids = written.flatMap(({ supplierId }) => supplierId ?? []);
    const registered = await this.suppliers.factsForCountingOf(tx, ids);
    return written.map(({ supplierId, supplierName, shareKrw, isLead }) => {
      const supplier =
        supplierId === undefined || supplierId === null
          ? null
          : (registered.get(supplierId) ?? refuse('NOT_FOUND'));
      return {
        supplierId: supplier?.id ?? null,
        supplierName: supplier?.name ?? tidyLine(supplierName ?? ''),
        shareKrw: shareKrw ?? null,
        isLead: isLead ?? false,
      };
    });
  }
}
