/** Goods, segments 10–60: code | Korean | English. See starting-categories.ts. */
export const STARTING_GOODS = `
10|동식물|Live plants and animals
1016|화훼|Floriculture
101616|꽃 식물|Flowering plants
10161602|화분·관엽식물|Potted plants
1040|꽃다발·화환|Cut flowers
104025|꽃 장식|Bouquets
10402501|꽃다발·꽃바구니|Bouquets and flower baskets
10402502|경조 화환|Wreaths for congratulation and condolence
14|종이|Paper
1411|종이 제품|Paper products
141115|인쇄·필기 용지|Printing and writing paper
14111507|복사용지|Copy paper
14111514|노트·메모지|Notebooks and notepads
141116|카드·봉투류|Novelty paper
14111604|명함|Business cards
14111605|초대장·카드|Invitations and cards
141117|위생용지|Personal paper products
14111703|핸드타월|Paper towels
14111704|화장지|Toilet tissue
24|포장·보관|Packing and storage
2412|포장재|Packaging materials
241215|포장 용기|Packaging boxes and bags
24121503|포장 상자|Packaging boxes
24121511|친환경 포장재|Green packaging
25|자동차·자전거|Vehicles
2516|자전거|Bicycles
251615|자전거|Bicycles
25161507|자전거(재생 자전거 포함)|Bicycles, also recycled ones
26|발전·전력|Power generation
2613|발전|Power generation
261315|발전 설비|Power plants
26131507|태양광 발전 설비|Solar power equipment
39|조명·전기|Lighting and electrics
3910|전구|Lamps
391016|전구|Lamps and bulbs
39101628|LED 조명|LED lamps
41|계측·실험 기기|Measuring instruments
4111|계측 기기|Measuring and testing instruments
411124|압력 계측·제어 기기|Pressure measuring and control
41112498|제어반|Control panels
4111249801|프로세스제어반|Process control panel
42|의료·보조 기기|Medical equipment
4221|장애인·고령자 보조기기|Aids for daily living
422115|이동 보조기기|Mobility aids
42211502|지팡이·보행 보조기|Canes and walkers
42211504|휠체어|Wheelchairs
43|정보통신 기기|Information technology
4321|컴퓨터·주변기기|Computers and accessories
432115|컴퓨터|Computers
43211503|노트북 컴퓨터|Notebook computers
43211507|데스크톱 컴퓨터(재제조 포함)|Desktop computers, also refurbished
44|사무용품|Office supplies
4410|사무기기 소모품|Office machine supplies
441031|토너·잉크|Toner and ink
44103103|토너 카트리지(재제조 포함)|Toner cartridges, also remanufactured
44103105|잉크 카트리지|Ink cartridges
4411|달력·게시판|Planning and display
441119|게시판|Boards
44111905|게시판·화이트보드|Notice boards and whiteboards
441120|달력·수첩|Calendars and diaries
44112005|달력|Calendars
44112006|수첩·다이어리|Diaries
4412|사무용 소모품|Office consumables
441215|우편 용품|Mailing supplies
44121506|봉투|Envelopes
441216|책상 용품|Desk supplies
44121604|도장·스탬프|Stamps
44121618|문구 세트|Stationery
441217|필기구|Writing instruments
44121704|볼펜|Ballpoint pens
44121706|연필|Pencils
441220|서류 보관 용품|Folders and binders
44122003|바인더·파일|Binders and files
44122011|서류철|Folders
46|안전·보안 용품|Safety and security
4618|개인 보호 용품|Personal protection
461815|보호복·장갑|Protective wear
46181504|작업용 장갑|Work gloves
46181507|안전 조끼|Safety vests
461820|호흡 보호|Respiratory protection
46182001|마스크|Masks
4619|소방 용품|Fire protection
461916|소방 장비|Fire fighting equipment
46191601|소화기|Fire extinguishers
47|청소 용품|Cleaning supplies
4712|청소 장비|Cleaning equipment
471217|쓰레기봉투·분리수거함|Waste containers
47121701|쓰레기봉투|Trash bags
47121702|분리수거함|Recycling bins
4713|청소 소모품|Cleaning consumables
471318|세제·소독제|Detergents and disinfectants
47131801|바닥 세정제|Floor cleaners
47131803|소독제|Disinfectants
47131811|세탁 세제|Laundry detergents
49|체육·기념품|Sports and souvenirs
4910|기념품·시상품|Collectibles and awards
491016|기념품|Souvenirs
49101602|기념품·답례품|Souvenirs and gifts
491017|상패·메달|Awards
49101701|메달|Medals
49101702|트로피|Trophies
49101704|상패·감사패|Plaques
50|식품|Food
5011|육류|Meat
501120|육류 가공품|Processed meat
50112001|육류·가공 선물 세트|Meat and gift sets
5016|과자·간식|Confectionery
501615|과자|Sweets
50161509|한과·전통 간식|Traditional sweets
5017|양념·반찬|Seasonings
501718|장류·소스|Sauces
50171831|된장·간장·고추장|Soybean pastes and sauces
501719|김치·반찬|Pickles and side dishes
50171905|김치|Kimchi
50171906|반찬|Side dishes
5018|제과·제빵|Bakery
501819|빵·쿠키|Bread and biscuits
50181901|빵|Bread
50181905|쿠키|Biscuits
50181909|떡|Rice cakes
501820|케이크|Cakes
50182001|케이크|Cakes
5019|조리 식품|Prepared food
501927|도시락|Combination meals
50192701|도시락|Lunch boxes
50192702|샌드위치·김밥|Sandwiches and rice rolls
5020|음료|Beverages
502017|커피·차|Coffee and tea
50201706|커피 원두·드립백|Coffee
50201713|차|Tea
502023|음료|Soft drinks
50202301|생수|Drinking water
50202304|주스|Juices
5022|곡물|Grain
502211|곡물|Grain
50221101|쌀·잡곡|Rice and grains
5030|과일|Fruit
503015|과일|Fruit
50301501|과일 세트|Fruit sets
5040|채소|Vegetables
504015|채소|Vegetables
50401501|친환경 농산물 꾸러미|Boxes of organic produce
52|가정용품|Household goods
5212|침구·수건|Linen and towels
521215|침구|Bedding
52121509|이불·담요|Quilts and blankets
521217|수건|Towels
52121703|수건|Towels
5213|커튼·블라인드|Window treatments
521316|블라인드|Blinds
52131604|커튼·블라인드|Curtains and blinds
5215|주방용품|Kitchenware
521515|다회용기·컵|Tableware
52151504|다회용기·텀블러|Reusable cups and containers
52151505|머그컵|Mugs
53|의류·가방·개인용품|Clothing, bags and personal care
5310|의류|Clothing
531027|단체복·유니폼|Uniforms
53102710|단체복·근무복|Work and group clothing
53102716|단체 티셔츠|Group T-shirts
531025|의류 잡화|Clothing accessories
53102505|우산|Umbrellas
53102516|모자|Caps
5312|가방|Bags
531216|가방|Bags
53121603|배낭|Backpacks
53121608|에코백·장바구니|Tote bags
5313|개인 위생용품|Personal care
531316|비누·화장품|Soaps and cosmetics
53131608|비누|Soaps
53131613|화장품|Cosmetics
55|인쇄·출판물|Published products
5510|출판물|Printed media
551015|도서·간행물|Publications
55101509|교재|Teaching books
55101515|홍보 책자·연차보고서|Brochures and annual reports
5512|표지·현수막|Signs and banners
551217|표지·현수막|Signage
55121706|현수막|Banners
55121707|배너·족자|Standing banners and scrolls
55121715|깃발|Flags
55121718|간판·안내판|Signboards
551219|표지물 부속|Sign equipment
55121905|현수막 게시대|Banner stands
56|가구|Furniture
5610|가구|Furniture
561015|일반 가구|General furniture
56101502|소파|Sofas
56101519|탁자·회의 탁자|Tables
56101520|사물함·옷장|Lockers and wardrobes
561017|사무용 가구|Office furniture
56101702|책장·서류함|Cabinets
56101703|책상|Desks
5611|사무용 의자|Office seating
561121|의자|Seating
56112102|사무용 의자|Office chairs
5612|교육용 가구|Educational furniture
561215|학교·어린이 가구|School and children's furniture
56121505|어린이집 가구|Furniture for day care
60|교재·교구·악기|Educational materials
6010|교재·교구|Teaching aids
601010|교구|Teaching aids
60101001|교구·체험 키트|Teaching kits
6014|장난감|Toys
601410|장난감|Toys
60141001|장난감(대여·소독 포함)|Toys, also rental`;
