// The shapes as ajv wants them; compiled into plain functions by `compile.mjs`.

const text = (minLength, maxLength) => ({ type: 'string', ...(minLength && { minLength }), ...(maxLength && { maxLength }) });
const optionalText = (maxLength) => text(0, maxLength);
const pattern = (pattern) => ({ type: 'string', pattern });
const HASH = pattern('^[0-9a-fA-F]{64}$');
const TIME = pattern('^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d+)?)?(Z|[+-]([01]\\d|2[0-3]):[0-5]\\d)$');

export const EVENT_TYPES = ['page_view', 'view_content', 'select_content', 'select_item', 'search', 'share', 'add_to_cart', 'remove_from_cart', 'viewed_cart', 'add_to_wishlist', 'initiate_checkout', 'add_payment_info', 'purchase', 'refund', 'lead', 'qualify_lead', 'close_convert_lead', 'disqualify_lead', 'complete_registration', 'subscribe', 'follow', 'content_view', 'watch_milestone', 'start_trial', 'app_install', 'app_launch', 'contact', 'schedule', 'donate', 'submit_application', 'custom', 'find_location', 'customize_product', 'login', 'complete_tutorial', 'achieve_level', 'unlock_achievement', 'spend_credits', 'rate', 'download', 'deposit', 'subscription'];
export const ACTION_SOURCES = ['website', 'app', 'in_store', 'phone_call', 'system_generated', 'other'];

const userMatch = {
  type: 'object',
  properties: {
    uids: {
      type: 'array',
      items: { type: 'object', required: ['type', 'value'], properties: { type: text(1, 64), value: text(1, 512) } },
    },
    hashed_email: HASH,
    hashed_phone: HASH,
    click_id: optionalText(512),
    click_id_type: optionalText(64),
    client_ip: optionalText(45),
    client_user_agent: optionalText(512),
  },
  dependentRequired: { click_id: ['click_id_type'] },
};

const customData = {
  type: 'object',
  properties: {
    value: { type: 'number' },
    currency: pattern('^[A-Z]{3}$'),
    order_id: optionalText(256),
    content_ids: { type: 'array', items: optionalText(256) },
    content_type: optionalText(128),
    num_items: { type: 'integer', minimum: 0 },
  },
  dependentRequired: { value: ['currency'] },
};

export const event = {
  $id: 'event',
  type: 'object',
  required: ['event_id', 'event_type', 'event_time'],
  properties: {
    event_id: text(1, 256),
    event_type: { enum: EVENT_TYPES },
    event_time: TIME,
    action_source: { enum: ACTION_SOURCES },
    event_source_url: { type: 'string', pattern: '^https?://', maxLength: 2048 },
    custom_event_name: optionalText(256),
    user_match: userMatch,
    custom_data: customData,
  },
};

const ofType = (type, value) => ({ properties: { type: { const: type }, value } });

export const identifier = {
  $id: 'identifier',
  type: 'object',
  required: ['type', 'value'],
  discriminator: { propertyName: 'type' },
  oneOf: [
    ofType('domain', text(1)),
    ofType('ios_bundle', pattern('^[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*$')),
    ofType('android_package', pattern('^[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z][A-Za-z0-9_]*)+$')),
    ofType('apple_app_store_id', pattern('^[0-9]+$')),
    ofType('roku_store_id', pattern('^[0-9]+$')),
    ofType('fire_tv_asin', pattern('^[A-Z0-9]{10}$')),
  ],
};

export const draft = {
  $id: 'draft',
  type: 'object',
  required: ['name', 'type', 'endpointUrl', 'protocol', 'authenticationType'],
  properties: {
    name: text(1, 255),
    sourceId: text(1, 255),
    type: { enum: ['SALES', 'SIGNAL', 'CREATIVE', 'OUTCOME'] },
    endpointUrl: { type: 'string', pattern: '^https?://[^\\s]+$', maxLength: 2048 },
    protocol: { enum: ['MCP', 'A2A'] },
    authenticationType: { enum: ['API_KEY', 'JWT', 'BASIC_AUTH', 'NO_AUTH', 'OAUTH'] },
    auth: {
      type: 'object',
      required: ['type', 'token'],
      properties: { type: { enum: ['bearer', 'apikey', 'api_key'] }, token: text(1) },
    },
    description: optionalText(2000),
  },
};
