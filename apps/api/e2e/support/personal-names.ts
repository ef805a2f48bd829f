/** A field that may tell of a person: every name of somebody or something, and the ways to reach one. */
export const UNMARKED_NAME = /^(name|email|phone|mobile|representative)$|Name$|Email$|Phone$/;

/** Names of things and organisations, by the field. */
export const THINGS = new Set([
  'institutionName',
  'departmentName',
  'schemeName',
  'tableName',
  'supplierName',
  'enterpriseName',
  // what a merged enterprise is or was called
  'intoName',
  'mergedFromName',
  'itemName',
  // of a file, or of a list
  'fileName',
  'evidenceName',
  'sourceName',
  'areaName',
  'teamName',
  'buyerName',
  'organisationName',
  // an institution, an enterprise or an organisation
  'visiteeName',
  // the host of a fair, a desk (institution and department), an enterprise, the fair
  'hostName',
  'deskName',
  'heldByDeskName',
  'heldBySupplierName',
  'fairName',
]);

/** Fields that do name somebody and need no mark, with the reason. */
export const SHOWN_WITHOUT_MARK: Readonly<Record<string, string>> = {
  'AccountDto.name': 'the own account: nobody sees another one',
  'AccountDto.email': 'the own account',
  'DemoAccountDto.name': 'an invented person of the demo data, shown before anybody has logged in',
  'DemoAccountDto.email': 'an invented person of the demo data',
  'SupplierDto.phone': 'published by the enterprise for everybody',
  'SupplierDto.email': 'published by the enterprise for everybody',
};
