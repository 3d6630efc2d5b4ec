import type { StockItem } from './stockItem.ts';
import { poolsTable, unitsTable } from './stockTable.ts';

/** What goes out between May and September. */
export const SUMMER_STOCK: readonly StockItem[] = [
  ...unitsTable(`
label   | name                        | units                          | sku         | category | location    | bought     | each | from                               | serial | rate | season | trips | care
EMTB-CU | Cube Reaction Hybrid 625    | S, M, M, L, L, XL              | CUBE-RH625  | E-bikes  | Bike hall 1 | 2025-04-07 | 2190 | Zweirad Maier                      | WOW    | 49   | summer | 9     | e-bike
EMTB-TR | Trek Powerfly FS 4          | M, L, L, XL                    | TREK-PFS4   | E-bikes  | Bike hall 1 | 2025-04-14 | 3640 | Zweirad Maier                      | WTU    | 59   | summer | 7     | e-bike
MTB-SP  | Specialized Rockhopper Comp | S, M, M, L, L, XL              | SPEC-RHC    | Bikes    | Bike hall 2 | 2025-04-07 | 689  | Zweirad Maier                      | WSBC   | 26   | summer | 7     | bike
ROAD-CA | Canyon Endurace 7           | S, M, L, XL                    | CANYON-END7 | Bikes    | Bike hall 2 | 2025-04-22 | 1599 | Canyon                             | M109   | 36   | summer | 3     | bike
CITY    | Gazelle Esprit city bike    | 49, 53, 53, 57, 57, 61         | GAZELLE-ESP | Bikes    | Bike hall 2 | 2025-04-01 | ?    | Taken over from Pension Alpenblick |        | 15   | summer | 6     | bike
KIDS-WO | Woom 5                      | red, blue, green, yellow, blue | WOOM-5      | Kids     | Bike hall 3 | 2025-04-07 | 419  | woom                               | W5     | 14   | summer | 7     |
TRAILER | Thule Chariot Lite          | 1, 2, 2                        | THULE-CHL   | Kids     | Bike hall 3 | 2025-04-22 | 589  | Zweirad Maier                      |        | 18   | summer | 6     |
CARGO   | Urban Arrow Family          | grey, black                    | URBAN-ARROW | E-bikes  | Bike hall 3 | 2025-05-05 | 4790 | Zweirad Maier                      | UA     | 45   | summer | 4     | e-bike
SUP     | Red Paddle Ride             | 10'6, 10'6, 10'8, 11'3         | RED-RIDE    | Water    | Yard shed   | 2025-05-12 | 799  | Bergzeit                           |        | 28   | summer | 4     |
EMTB-C2 | Cube Reaction Hybrid 750    | M, L, XL                       | CUBE-RH750  | E-bikes  | Bike hall 1 | 2026-04-13 | 2480 |                                    | WOX    | 52   | summer | 11    |
`),
  ...poolsTable(`
label     | name                         | units | sku         | category         | location     | bought     | all  | from          | rate | season | trips | at once | stickers
BHELM-S   | Bike helmet Uvex Quatro, S   | 10    | UVEX-QUATRO | Helmets          | Helmet shelf | 2025-04-07 | 330  | Zweirad Maier | 4    | summer | 11    | 4       |
BHELM-M   | Bike helmet Uvex Quatro, M   | 16    | UVEX-QUATRO | Helmets          | Helmet shelf | 2025-04-07 | 528  | Zweirad Maier | 4    | summer | 11    | 4       |
BHELM-L   | Bike helmet Uvex Quatro, L   | 12    | UVEX-QUATRO | Helmets          | Helmet shelf | 2025-04-07 | 396  | Zweirad Maier | 4    | summer | 11    | 4       |
LOCK      | Cable lock Abus Steel-O-Flex | 40    | ABUS-SOF    | Cables and locks | Counter      | 2025-04-07 | 1156 | Zweirad Maier | 3    | summer | 12    | 6       |
PANNIER   | Ortlieb Back-Roller, pair    | 10    | ORTLIEB-BR  | Bags             | Bike hall 2  | 2025-04-22 | 1290 | Zweirad Maier | 6    | summer | 7     | 2       |
CHILDSEAT | Child seat Hamax Caress      | 6     | HAMAX-CAR   | Kids             | Bike hall 3  | 2025-04-22 | 534  | Zweirad Maier | 7    | summer | 7     | 2       |
ROOFRACK  | Bike carrier for tow bar     | 4     | THULE-VC    | Car accessories  | Yard shed    | 2025-05-05 | 1596 | Zweirad Maier | 16   | summer | 6     | 1       |
`),
];
