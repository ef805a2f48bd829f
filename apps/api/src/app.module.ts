import { Module, type DynamicModule } from '@nestjs/common';
import { AccessLogModule } from './access-log/access-log.module';
import { AuditModule } from './audit/audit.module';
import { AuthModule } from './auth/auth.module';
import { ChainsModule } from './chains/chains.module';
import { CommonModule } from './common/common.module';
import { CONFIG, type Config } from './config/config';
import { DatabaseModule } from './database/database.module';
import { FairsModule } from './fairs/fairs.module';
import { FilesModule } from './files/files.module';
import { HealthModule } from './health/health.module';
import { InstitutionsModule } from './institutions/institutions.module';
import { JobsModule } from './jobs/jobs.module';
import { MatchesModule } from './matches/matches.module';
import { ContractsModule } from './matches/contracts/contracts.module';
import { KpisModule } from './kpis/kpis.module';
import { NoticesModule } from './notices/notices.module';
import { PurchaseTargetsModule } from './purchase-targets/purchase-targets.module';
import { PurchaseImportsModule } from './purchases/imports/purchase-imports.module';
import { PurchasesModule } from './purchases/purchases.module';
import { RecountsModule } from './purchases/recounts/recounts.module';
import { ChannelsModule } from './channels/channels.module';
import { ClaimsModule } from './suppliers/claims/claims.module';
import { SupplierRequestsModule } from './suppliers/requests/supplier-requests.module';
import { CatalogueModule } from './suppliers/catalogue/catalogue.module';
import { DirectAwardModule } from './suppliers/direct-award/direct-award.module';
import { ShortlistsModule } from './suppliers/shortlists/shortlists.module';
import { CertificateRemindersModule } from './suppliers/certifications/certificate-reminders.module';
import { SupplierImportsModule } from './suppliers/imports/supplier-imports.module';
import { SuppliersModule } from './suppliers/suppliers.module';
import { UsersModule } from './users/users.module';
import { AdviserWorkModule } from './visits/adviser-work.module';
import { VisitsModule } from './visits/visits.module';
import { RankingsModule } from './rankings/rankings.module';

/** The list of features. */
const FEATURES = [
  JobsModule,
  InstitutionsModule,
  PurchasesModule,
  PurchaseImportsModule,
  RecountsModule,
  SuppliersModule,
  SupplierImportsModule,
  CertificateRemindersModule,
  ShortlistsModule,
  DirectAwardModule,
  CatalogueModule,
  ClaimsModule,
  SupplierRequestsModule,
  UsersModule,
  AuditModule,
  AccessLogModule,
  FilesModule,
  RankingsModule,
  PurchaseTargetsModule,
  NoticesModule,
  VisitsModule,
  ChannelsModule,
  AdviserWorkModule,
  MatchesModule,
  ContractsModule,
  ChainsModule,
  FairsModule,
  KpisModule,
];

@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      global: true,
      imports: [CommonModule, DatabaseModule, AuthModule, HealthModule, ...FEATURES],
      providers: [{ provide: CONFIG, useValue: config }],
      exports: [CONFIG],
    };
  }
}
