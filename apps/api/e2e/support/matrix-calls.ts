import type { Contract, ContractOperation } from './contract';
import type { Ids, MatrixWorld, Target } from './matrix-world';

/** The request that a person would send for this operation at this target; fits the contract, so that access decides. */
export function requestOf(
  contract: Contract,
  operation: ContractOperation,
  matrix: MatrixWorld,
  target: Target,
) {
  const resource = segmentOf(operation);
  const path = operation.path.replace(
    /\{(\w+)\}/g,
    (_, name: string) => FIXED_PARAMETERS[name] ?? matrix.id(nameOf(name, resource), target),
  );
  const query = new URLSearchParams();
  for (const parameter of operation.parameters.filter((one) => one.in === 'query')) {
    const value =
      targeted(parameter.name, matrix, target) ?? (parameter.required === true ? '2016' : undefined);
    if (value !== undefined && parameter.name !== 'departmentId') query.set(parameter.name, value);
  }
  const body =
    operation.body === null
      ? undefined
      : fill(contract.example(operation.body) ?? {}, contract, operation, matrix, target);
  return { url: query.size === 0 ? path : `${path}?${query.toString()}`, body };
}

function segmentOf(operation: ContractOperation): string {
  return operation.path.replace(/^\/api(\/v1)?\//, '').split('/')[0] ?? '';
}

function nameOf(parameter: string, resource: string): string {
  return PARAMETERS_BY_NAME[parameter] ?? resource;
}

/** Path parameters that do not name the resource of the first path segment. */
const PARAMETERS_BY_NAME: Ids = {
  departmentId: 'departments',
  certificationId: 'certificationId',
  photoId: 'photoId',
  entryId: 'entryId',
  candidateId: 'candidateId',
  saleId: 'saleId',
  deskId: 'deskId',
  exhibitorId: 'exhibitorId',
  bookingId: 'bookingId',
  waitingId: 'waitingId',
  scheduleId: 'scheduleId',
};

/** Path parameters that are no ids. */
const FIXED_PARAMETERS: Ids = { year: '2016', figure: 'contracts' };

const RESOURCE_OF_FIELD: Ids = {
  institutionId: 'institutions',
  areaId: 'institutions',
  hostInstitutionId: 'institutions',
  districtId: 'institutions',
  departmentId: 'departments',
  visitId: 'visits',
  cycleId: 'purchase-target-cycles',
  fileId: 'files',
  supplierId: 'suppliers',
  contractId: 'contracts',
  intoId: 'suppliers',
  catalogueItemId: 'catalogue-items',
  certificationId: 'certificationId',
  deskId: 'deskId',
  exhibitorId: 'exhibitorId',
  slotId: 'slotId',
};

const RESOURCE_OF_LIST: Ids = {
  needIds: 'openNeedId',
  supplierIds: 'suppliers',
  candidateIds: 'candidateId',
};

function targeted(field: string, matrix: MatrixWorld, target: Target): string | undefined {
  const resource = RESOURCE_OF_FIELD[field];
  return resource === undefined ? undefined : matrix.id(resource, target);
}

/** Points the ids of a body at the target, the optional ones too. */
function fill(
  example: unknown,
  contract: Contract,
  operation: ContractOperation,
  matrix: MatrixWorld,
  target: Target,
): unknown {
  if (typeof example !== 'object' || example === null || operation.body === null) return example;
  const body: Record<string, unknown> = { ...example };
  for (const field of Object.keys(contract.resolve(operation.body).properties ?? {})) {
    const id = targeted(field, matrix, target);
    if (id !== undefined) body[field] = id;
    // A publication speaks of a day between its quarter's end and today.
    else if (field === 'asOf') body[field] = '2016-06-15';
    // Several of what the path names.
    else if (field === 'ids') body[field] = [matrix.id(segmentOf(operation), target)];
    else if (field === 'supplierIds') body[field] = [matrix.id('suppliers', target)];
    // Whom the party of the path wants to meet.
    else if (field === 'wishes') body[field] = [{ id: matrix.id(wantedBy(operation), target), weight: 3 }];
    else if (field === 'userIds') body[field] = [matrix.id('users', target)];
    else if (RESOURCE_OF_LIST[field] !== undefined)
      body[field] = [matrix.id(RESOURCE_OF_LIST[field], target)];
  }
  return body;
}

function wantedBy({ path }: ContractOperation): string {
  return path.includes('{deskId}') ? 'exhibitorId' : 'deskId';
}
