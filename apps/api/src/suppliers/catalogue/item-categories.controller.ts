import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { CurrentActor, Operation } from '../../common/operation';
import type { Page } from '../../common/paging';
import { ItemCategoryPageDto, ListItemCategoriesQuery, type ItemCategoryDto } from './dto/item-category.dto';
import { ItemCategoriesService } from './item-categories.service';

@ApiTags('catalogue')
@Controller('item-categories')
export class ItemCategoriesController {
  constructor(private readonly categories: ItemCategoriesService) {}

  @Get()
  @Operation({
    id: 'listItemCategories',
    summary: 'The item classification: one step of the tree, or what a word finds',
    requires: 'public',
    answers: ItemCategoryPageDto,
  })
  list(
    @CurrentActor() actor: Actor,
    @Query() query: ListItemCategoriesQuery,
  ): Promise<Page<ItemCategoryDto>> {
    return this.categories.list(actor, query);
  }
}
