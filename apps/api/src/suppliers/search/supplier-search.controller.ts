import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { CurrentActor, Operation } from '../../common/operation';
import { SHEET_MEDIA_TYPE } from '../../common/sheets/sheet-writer';
import { attachment } from '../../files/content-disposition';
import { FoundSuppliersDto } from './dto/found-suppliers.dto';
import { ExportSuppliersQuery, SearchSuppliersQuery } from './dto/search-suppliers.query';
import { SupplierExportService } from './supplier-export.service';
import { SupplierSearchService } from './supplier-search.service';

@ApiTags('suppliers')
@Controller('suppliers')
export class SupplierSearchController {
  constructor(
    private readonly suppliers: SupplierSearchService,
    private readonly exports: SupplierExportService,
  ) {}

  @Get()
  @Operation({
    id: 'listSuppliers',
    summary: 'Search for suppliers: words, certificates valid on a day, district, category, kind, price',
    requires: 'public',
    answers: FoundSuppliersDto,
  })
  list(@CurrentActor() actor: Actor, @Query() query: SearchSuppliersQuery): Promise<FoundSuppliersDto> {
    return this.suppliers.search(actor, query);
  }

  @Get('export')
  @Operation({
    id: 'exportSuppliers',
    summary: 'What the search finds, as a sheet',
    requires: 'public',
    answers: 'file',
  })
  async export(@CurrentActor() actor: Actor, @Query() query: ExportSuppliersQuery): Promise<StreamableFile> {
    const format = query.format ?? 'xlsx';
    return new StreamableFile(await this.exports.export(actor, query), {
      type: SHEET_MEDIA_TYPE[format],
      disposition: attachment(`공급업체.${format}`),
    });
  }
}
