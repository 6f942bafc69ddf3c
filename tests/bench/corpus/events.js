// Conversions as a shop logs them. One in a hundred has a mistake.

import { Random } from '../../browser/site/random.js';

const TYPES = ['purchase', 'page_view', 'add_to_cart', 'lead', 'search', 'view_content', 'subscribe'];
const HEX = '0123456789abcdef';
const MISTAKES = [
  (event) => (event.event_type = 'bought'),
  (event) => (event.event_time = '2026-13-01 10:00'),
  (event) => delete event.event_id,
  (event) => (event.user_match.hashed_email = 'anna@example.com'),
  (event) => (event.custom_data.currency = 'euro'),
];

export function events(count, seed = 3) {
  const random = new Random(seed);
  return Array.from({ length: count }, (_, index) => {
    const made = event(random, index);
    if (index % 100 === 50) random.of(MISTAKES)(made);
    return made;
  });
}

function event(random, index) {
  return {
    event_id: `evt-${10_000_000 + index * 13}`,
    event_type: random.of(TYPES),
    event_time: `2026-03-${two(1 + random.below(28))}T${two(random.below(24))}:${two(random.below(60))}:00-05:00`,
    action_source: 'website',
    event_source_url: `https://shop.example.com/p/${random.below(100_000)}?ref=mail`,
    user_match: {
      hashed_email: random.word(HEX, 64),
      hashed_phone: random.word(HEX, 64),
      uids: [{ type: 'uid2', value: random.word(HEX, 44) }],
      click_id: random.word(HEX, 32),
      click_id_type: 'gclid',
      client_ip: `203.0.113.${random.below(256)}`,
      client_user_agent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0',
    },
    custom_data: {
      value: random.below(100_000) / 100,
      currency: random.of(['EUR', 'USD', 'GBP']),
      order_id: `order-${index}`,
      content_ids: [`sku-${random.below(5000)}`, `sku-${random.below(5000)}`],
      content_type: 'product',
      num_items: 2,
    },
  };
}

function two(number) {
  return String(number).padStart(2, '0');
}
