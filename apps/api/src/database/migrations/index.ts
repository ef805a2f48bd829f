import { CreateTrustFloor1790000000001 } from './1790000000001-create-trust-floor';
import { CreateInstitutionsAndUsers1790000000002 } from './1790000000002-create-institutions-and-users';
import { CreateSuppliers1790000000003 } from './1790000000003-create-suppliers';
import { CreatePlatformRooms1790000000004 } from './1790000000004-create-platform-rooms';
import { CreatePurchaseTargets1790000000005 } from './1790000000005-create-purchase-targets';
import { CreatePurchases1790000000006 } from './1790000000006-create-purchases';
import { CreatePublications1790000000007 } from './1790000000007-create-publications';
import { CreateAuditSeals1790000000008 } from './1790000000008-create-audit-seals';
import { FixAccountsToTheirOrganisation1790000000009 } from './1790000000009-fix-accounts-to-their-organisation';
import { OpenPlatformRoomsToAllOrganisations1790000000010 } from './1790000000010-open-platform-rooms-to-all-organisations';
import { CompleteSupplierRegister1790000000011 } from './1790000000011-complete-supplier-register';
import { CreateCatalogue1790000000012 } from './1790000000012-create-catalogue';
import { CreateSupplierSearch1790000000013 } from './1790000000013-create-supplier-search';
import { CreateSupplierImports1790000000014 } from './1790000000014-create-supplier-imports';
import { OpenCertificatesToVerification1790000000015 } from './1790000000015-open-certificates-to-verification';
import { CreateDirectAwardRulesAndShortlists1790000000016 } from './1790000000016-create-direct-award-rules-and-shortlists';
import { CreatePurchaseRecounts1790000000017 } from './1790000000017-create-purchase-recounts';
import { CreateSupplierRequests1790000000018 } from './1790000000018-create-supplier-requests';
import { CreateSupportWork1790000000019 } from './1790000000019-create-support-work';
import { CreateMatchesAndContracts1790000000020 } from './1790000000020-create-matches-and-contracts';
import { CreateActivityTotals1790000000021 } from './1790000000021-create-activity-totals';
import { CreateKpis1790000000022 } from './1790000000022-create-kpis';
import { CreateChannels1790000000023 } from './1790000000023-create-channels';
import { CreateAccessLog1790000000024 } from './1790000000024-create-access-log';
import { ConnectContractsAndPurchases1790000000025 } from './1790000000025-connect-contracts-and-purchases';
import { KeepPurchasesFromWithdrawnSuppliers1790000000028 } from './1790000000028-keep-purchases-from-withdrawn-suppliers';
import { CountNeedsAndPurchases1790000000029 } from './1790000000029-count-needs-and-purchases';
import { CloseGapsOfSupportWork1790000000030 } from './1790000000030-close-gaps-of-support-work';
import { CreateFairs1790000000031 } from './1790000000031-create-fairs';
import { BookFairMeetings1790000000032 } from './1790000000032-book-fair-meetings';

/** Append-only, in order; a glob would not survive the build. */
export const MIGRATIONS = [
  CreateTrustFloor1790000000001,
  CreateInstitutionsAndUsers1790000000002,
  CreateSuppliers1790000000003,
  CreatePlatformRooms1790000000004,
  CreatePurchaseTargets1790000000005,
  CreatePurchases1790000000006,
  CreatePublications1790000000007,
  CreateAuditSeals1790000000008,
  FixAccountsToTheirOrganisation1790000000009,
  OpenPlatformRoomsToAllOrganisations1790000000010,
  CompleteSupplierRegister1790000000011,
  CreateCatalogue1790000000012,
  CreateSupplierSearch1790000000013,
  CreateSupplierImports1790000000014,
  OpenCertificatesToVerification1790000000015,
  CreateDirectAwardRulesAndShortlists1790000000016,
  CreatePurchaseRecounts1790000000017,
  CreateSupplierRequests1790000000018,
  CreateSupportWork1790000000019,
  CreateMatchesAndContracts1790000000020,
  CreateActivityTotals1790000000021,
  CreateKpis1790000000022,
  CreateChannels1790000000023,
  CreateAccessLog1790000000024,
  ConnectContractsAndPurchases1790000000025,
  KeepPurchasesFromWithdrawnSuppliers1790000000028,
  CountNeedsAndPurchases1790000000029,
  CloseGapsOfSupportWork1790000000030,
  CreateFairs1790000000031,
  BookFairMeetings1790000000032,
];
