/** A line of trade: how its businesses are called, classed (SIC 2007) and sized, and what they make or sell. */
export type Trade = {
  sector: string
  weight: number
  sic_codes: readonly string[]
  nouns: readonly string[]
  /** Full-time equivalents of the middle business. */
  staff: number
  /** Pounds of turnover for each of them. */
  turnover_each: number
  products: readonly string[]
  /** Where an adviser meets them. */
  place: string
}

const trade = (
  sector: string,
  weight: number,
  rest: Omit<Trade, 'sector' | 'weight' | 'sic_codes' | 'nouns' | 'products'>,
  lists: { sic: string; nouns: string; products: string },
): Trade => ({
  sector,
  weight,
  ...rest,
  sic_codes: lists.sic.split(' '),
  nouns: lists.nouns.split(', '),
  products: lists.products.split(', '),
})

export const TRADES: readonly Trade[] = [
  trade(
    'ceramics',
    8,
    { staff: 14, turnover_each: 62_000, place: 'the works' },
    {
      sic: '23410 23490 23320 23200',
      nouns: 'Ceramics, Pottery, Tableware, Tile Works, Bone China, Hotelware, Kiln Furniture, Stoneware',
      products:
        'the hotelware range, printed mugs, hand-painted tiles, the export tableware line, technical ceramics, the second kiln, slip-cast giftware, decal printing',
    },
  ),
  trade(
    'advanced manufacturing',
    14,
    { staff: 18, turnover_each: 98_000, place: 'the works' },
    {
      sic: '25620 28990 26511 27900 25110 33120 22290',
      nouns:
        'Engineering, Precision, Fabrications, Machining, Tooling, Automation, Pressings, Castings, Controls, Plastics, Mouldings, Hydraulics',
      products:
        'machined rail parts, the five-axis cell, battery enclosures, the new press line, control panels, injection mouldings, welded assemblies, test rigs',
    },
  ),
  trade(
    'food and drink',
    10,
    { staff: 8, turnover_each: 71_000, place: 'the bakery unit' },
    {
      sic: '10710 10890 11050 10520 56290 10860',
      nouns:
        'Oatcakes, Brewery, Bakehouse, Fine Foods, Chutneys, Creamery, Coffee Roasters, Kitchen, Cheese, Street Food',
      products:
        'chilled oatcakes, the gluten-free range, canned ale, the wholesale bread round, gift hampers, farm ice cream, the meal-box line, cold-brew coffee',
    },
  ),
  trade(
    'logistics',
    6,
    { staff: 16, turnover_each: 105_000, place: 'the depot' },
    {
      sic: '49410 52103 53202 52290',
      nouns: 'Haulage, Logistics, Couriers, Transport, Warehousing, Freight, Fulfilment',
      products:
        'the overnight trunk run, bonded storage, same-day parcels, the second depot, temperature-controlled loads, pick-and-pack for web shops',
    },
  ),
  trade(
    'digital',
    9,
    { staff: 5, turnover_each: 74_000, place: 'their studio' },
    {
      sic: '62012 62020 62090 63110 58290',
      nouns: 'Digital, Software, Analytics, Games, Systems, Cyber, Studios, Data, Apps, Interactive',
      products:
        'the booking platform, a stock-control app, managed cyber support, their first licensed title, the data dashboard, bespoke web systems',
    },
  ),
  trade(
    'visitor economy',
    9,
    { staff: 7, turnover_each: 46_000, place: 'the site' },
    {
      sic: '55100 56302 56101 55300 93290 91040 79120',
      nouns: 'Hotel, Country Inn, Tea Rooms, Glamping, Farm Park, Adventures, Holiday Cottages, Bistro, Tours, Gardens',
      products:
        'midweek breaks, the wedding barn, school visits, the new lodges, Sunday lunches, coach parties, walking weekends, afternoon teas',
    },
  ),
  trade(
    'care',
    7,
    { staff: 15, turnover_each: 33_000, place: 'the office' },
    {
      sic: '88100 87300 86210 88990 88910',
      nouns: 'Homecare, Care, Day Nursery, Support Services, Therapies, Physiotherapy, Childcare, Supported Living',
      products:
        'live-in care, the second nursery room, dementia day care, respite places, the domiciliary round, sit-in visits, after-school places',
    },
  ),
  trade(
    'construction',
    10,
    { staff: 8, turnover_each: 92_000, place: 'the yard' },
    {
      sic: '41202 43210 43220 43290 43342 43999 81300',
      nouns:
        'Builders, Construction, Electrical, Heating, Roofing, Joinery, Landscapes, Glazing, Groundworks, Renewables, Plastering',
      products:
        'heat-pump installations, framework contracts, small works for schools, off-site timber frames, solar installs, insurance repairs',
    },
  ),
  trade(
    'retail',
    9,
    { staff: 4, turnover_each: 64_000, place: 'the shop' },
    {
      sic: '47190 47910 47240 46499 46900',
      nouns: 'Interiors, Gifts, Outdoors, Cycles, Books, Pet Supplies, Flowers, Farm Shop, Homeware, Trading',
      products:
        'the web shop, click and collect, own-label gifts, trade accounts, seasonal stock, the market-hall stall, subscription boxes',
    },
  ),
  trade(
    'professional services',
    8,
    { staff: 5, turnover_each: 58_000, place: 'their office' },
    {
      sic: '69201 70229 71121 82990 78200 70210',
      nouns:
        'Accountancy, Consulting, Design Engineers, Recruitment, Surveyors, Training, Bookkeeping, Partners, Advisory',
      products:
        'payroll bureau work, fixed-fee packages, tender support, the apprentices’ academy, retained clients, audit preparation',
    },
  ),
  trade(
    'creative',
    6,
    { staff: 3, turnover_each: 43_000, place: 'the studio' },
    {
      sic: '74100 73110 90030',
      nouns: 'Design, Print Studio, Films, Photography, Brand Works, Theatre, Sound, Illustration, Letterpress',
      products:
        'brand packages, short films for charities, limited prints, touring workshops, packaging design, podcast production',
    },
  ),
  trade(
    'personal services',
    6,
    { staff: 3, turnover_each: 34_000, place: 'the salon' },
    {
      sic: '96020 93130 95110 45200',
      nouns: 'Hair & Beauty, Fitness, Garage, Repairs, Barbers, Wellbeing, Dog Grooming, Yoga, Valeting',
      products:
        'memberships, the MOT bay, the mobile service, bridal bookings, class passes, a second chair, fleet servicing',
    },
  ),
  trade(
    'land and environment',
    4,
    { staff: 6, turnover_each: 76_000, place: 'the farm' },
    {
      sic: '01500 01410 38320 81300',
      nouns: 'Farms, Nurseries, Recycling, Woodland Products, Agri Services, Composts, Dairy',
      products:
        'raw-milk vending, green-waste contracts, firewood by subscription, the diversification plan, farm-gate sales, pallets remade',
    },
  ),
]
