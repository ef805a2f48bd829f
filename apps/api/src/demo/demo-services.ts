import type { INestApplicationContext } from '@nestjs/common';
import { Clock } from '../common/clock';
import { AdjustmentsService } from '../purchases/adjustments.service';
import { PurchasePeriodsService } from '../purchases/purchase-periods.service';
import { PurchasesService } from '../purchases/purchases.service';
import { DemandSurveysService } from '../purchase-targets/demand-surveys.service';
import { PurchaseTargetCyclesService } from '../purchase-targets/purchase-target-cycles.service';
import { PurchaseTargetsService } from '../purchase-targets/purchase-targets.service';
import { PublicationsService } from '../rankings/publications.service';

/** The services that the demo's people use; the seed goes through the same rules as everybody. */
export class DemoServices {
  readonly cycles: PurchaseTargetCyclesService;
  readonly surveys: DemandSurveysService;
  readonly targets: PurchaseTargetsService;
  readonly purchases: PurchasesService;
  readonly adjustments: AdjustmentsService;
  readonly periods: PurchasePeriodsService;
  readonly publications: PublicationsService;
  private readonly clock: Clock;

  constructor(
    app: INestApplicationContext,
    readonly supplierIds: ReadonlyMap<string, string>,
  ) {
    const options = { strict: false };
    this.cycles = app.get(PurchaseTargetCyclesService, options);
    this.surveys = app.get(DemandSurveysService, options);
    this.targets = app.get(PurchaseTargetsService, options);
    this.purchases = app.get(PurchasesService, options);
    this.adjustments = app.get(AdjustmentsService, options);
    this.periods = app.get(PurchasePeriodsService, options);
    this.publications = app.get(PublicationsService, options);
    this.clock = app.get(Clock, options);
  }

  /** The day on which the next steps happen. */
  setToday(day: string): void {
    this.clock.now = () => new Date(`${day}T12:00:00+09:00`);
  }
}
