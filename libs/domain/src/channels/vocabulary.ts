/** Where social-economy enterprises sell to others than public bodies. */
export const SHOP_KINDS = ['coop_store', 'online', 'offline'] as const;
export type ShopKind = (typeof SHOP_KINDS)[number];

export const MAX_MARKET_PARTICIPANTS = 500;
