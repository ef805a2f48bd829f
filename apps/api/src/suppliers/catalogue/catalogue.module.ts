import { Module } from '@nestjs/common';
import { FilesModule } from '../../files/files.module';
import { CatalogueItemsController } from './catalogue-items.controller';
import { CatalogueItemsService } from './catalogue-items.service';
import { CataloguePhotosController } from './catalogue-photos.controller';
import { CataloguePhotosService } from './catalogue-photos.service';
import { CatalogueStepsService } from './catalogue-steps.service';
import { ItemCategoriesController } from './item-categories.controller';
import { ItemCategoriesService } from './item-categories.service';

@Module({
  imports: [FilesModule],
  controllers: [ItemCategoriesController, CatalogueItemsController, CataloguePhotosController],
  providers: [ItemCategoriesService, CatalogueItemsService, CatalogueStepsService, CataloguePhotosService],
  exports: [CatalogueItemsService, CatalogueStepsService, CataloguePhotosService],
})
export class CatalogueModule {}
