import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module';
import { JobsModule } from '../jobs/jobs.module';
import { NoticesModule } from '../notices/notices.module';
import { UsersModule } from '../users/users.module';
import { CertificationsController } from './certifications/certifications.controller';
import { CertificationsService } from './certifications/certifications.service';
import { ValidityRulesController } from './certifications/validity-rules.controller';
import { ValidityRulesService } from './certifications/validity-rules.service';
import { SupplierExportService } from './search/supplier-export.service';
import { SupplierSearchController } from './search/supplier-search.controller';
import { SupplierSearchService } from './search/supplier-search.service';
import { SuppliersController } from './suppliers.controller';
import { SuppliersService } from './suppliers.service';
import { CompanyController } from './verifications/company.controller';
import { CompanyService } from './verifications/company.service';
import { VerificationRequests } from './verifications/verification-requests';
import { VerificationsController } from './verifications/verifications.controller';
import { VerificationsService } from './verifications/verifications.service';

@Module({
  imports: [FilesModule, JobsModule, NoticesModule, UsersModule],
  controllers: [
    SupplierSearchController,
    SuppliersController,
    CertificationsController,
    ValidityRulesController,
    VerificationsController,
    CompanyController,
  ],
  providers: [
    SuppliersService,
    SupplierSearchService,
    SupplierExportService,
    CertificationsService,
    ValidityRulesService,
    VerificationRequests,
    VerificationsService,
    CompanyService,
  ],
  exports: [SuppliersService, SupplierSearchService, CertificationsService, VerificationRequests],
})
export class SuppliersModule {}
