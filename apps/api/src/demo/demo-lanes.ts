/** Does the work for each item, several at a time; what is begun first need not end first. */
export async function inLanes<Item>(
  items: readonly Item[],
  lanes: number,
  work: (item: Item, index: number) => Promise<unknown>,
): Promise<void> {
  // All lanes take from one queue.
  const queue = items.entries();
  const lane = async () => {
    for (const [index, item] of queue) await work(item, index);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
