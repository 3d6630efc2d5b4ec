import type { StockItem } from './stockItem.ts';
import { poolsTable, unitsTable } from './stockTable.ts';

/**
 * What is there all year: cars, cameras, the workshop and what is used up in it.
 * The two Dusters are the same model, bought on the same day at the same price. One earns; the other was in the garage
 * (see ledgerLines.ts).
 */
export const YARD_STOCK: readonly StockItem[] = [
  ...unitsTable(`
label      | name                            | units                | sku          | category | location | bought     | each  | from                      | serial   | rate | season | trips | care
CAR        | Dacia Duster 4x4                | M-GR 2041, M-GR 2042 | DACIA-DUSTER | Cars     | Yard     | 2024-11-04 | 17450 | Autohaus Brenner          | UU1HSDCW | 62   | year   | 52    | car wash
VAN        | VW Transporter                  | M-GR 2050            | VW-T61       | Cars     | Yard     | 2024-10-07 | 19400 | Autohaus Brenner          | WV1ZZZ7H | 95   | year   | 24    | car
CARTRAILER | Trailer Humbaur 750             | ×1                   | HUMBAUR-750  | Cars     | Yard     | 2024-11-11 | 1180  | Autohaus Brenner          |          | 28   | year   | 9     |
GOPRO      | GoPro Hero 12                   | ×8                   | GOPRO-H12    | Cameras  | Safe     | 2024-11-25 | 329   | Foto Kerner               | C3531    | 19   | year   | 8     |
INSTA      | Insta360 X4                     | ×3                   | INSTA-X4     | Cameras  | Safe     | 2025-05-19 | 499   | Foto Kerner               | IAHEA    | 24   | year   | 5     |
SONY       | Sony Alpha 7 IV with 24–70      | ×1                   | SONY-A7M4    | Cameras  | Safe     | 2025-02-10 | 3290  | Foto Kerner               | 4552     | 69   | year   | 4     |
DRONE      | DJI Mini 4 Pro                  | ×1                   | DJI-M4P      | Cameras  | Safe     | 2025-02-10 | 819   | Foto Kerner               | 1581F    | 55   | summer | 2     |
GRINDER    | Wintersteiger Scout             | belt grinder         | WINTER-SCOUT | Tools    | Workshop | 2024-10-14 | 6890  | Wintersteiger             | WS90     |      |        |       | belts
STAND      | Park Tool PCS-10.3 repair stand | ×3                   | PARK-PCS103  | Tools    | Workshop | 2025-04-01 | 259   | Zweirad Maier             |          | 10   | summer | 2     |
IRON       | Swix waxing iron T73            | ×3                   | SWIX-T73     | Tools    | Workshop | 2024-10-14 | 112   | Sport Gruber              |          | 8    | winter | 3     |
TORQUE     | Torque wrench 2–25 Nm           | A, B                 | WERA-CLICK   | Tools    | Workshop | 2025-04-01 | 138   | Hagebau                   |          | 6    | summer | 2     |
DRILL      | Makita DHP486 drill             | ×2                   | MAKITA-486   | Tools    | Workshop | 2024-10-14 | 214   | Hagebau                   | MK48     | 14   | year   | 6     |
COMPRESSOR | Compressor Einhell              | 24 l                 | EINHELL-TC   | Tools    | Workshop | 2024-10-07 | ?     | Taken over from Ski Huber |          |      |        |       |
RADIO      | Radio Motorola T92              | ×4                   | MOTO-T92     | Tools    | Counter  | 2024-12-02 | 64    | Foto Kerner               |          | 7    | winter | 4     |
`),
  ...poolsTable(`
label      | name                     | units | sku         | category         | location    | bought     | all | from          | rate | season | trips | at once | stickers
GP-BATT    | GoPro battery            | 24    | GOPRO-BATT  | Cameras          | Safe        | 2024-11-25 | 528 | Foto Kerner   | 3    | year   | 7     | 4       |
GP-CHEST   | GoPro chest mount        | 8     | GOPRO-CHEST | Cameras          | Safe        | 2024-11-25 | 232 | Foto Kerner   | 4    | winter | 6     | 2       |
CABLE-USBC | Cable USB-C, 1 m         | 60    | ANKER-USBC  | Cables and locks | Counter     | 2024-11-25 | 306 | Foto Kerner   |      |        |       |         |
CABLE-HDMI | Cable HDMI, 3 m          | 14    | HAMA-HDMI   | Cables and locks | Counter     | 2024-10-07 | ?   | Was there     |      |        |       |         |
CABLE-EXT  | Extension cable, 10 m    | 6     | BRENN-EXT10 | Cables and locks | Workshop    | 2024-10-14 | 149 | Hagebau       | 5    | summer | 4     | 2       |
CHARGER    | Bosch charger 4 A        | 8     | BOSCH-4A    | Cables and locks | Bike hall 1 | 2025-04-07 | 712 | Zweirad Maier | 6    | summer | 6     | 1       |
STRAP      | Ratchet strap, 5 m       | 30    | STRAP-5     | Car accessories  | Yard shed   | 2024-10-14 | 171 | Hagebau       |      |        |       |         |
TUBE-29    | Inner tube 29"           | 45    | SCHWALBE-29 | Used up          | Workshop    | 2025-04-01 | 202 | Zweirad Maier |      |        |       |         |
PADS       | Brake pads Shimano, pair | 60    | SHIMANO-B05 | Used up          | Workshop    | 2025-04-01 | 534 | Zweirad Maier |      |        |       |         |
WAX        | Universal wax, 900 g     | 18    | TOKO-UW     | Used up          | Workshop    | 2024-10-14 | 522 | Sport Gruber  |      |        |       |         |
`),
];
