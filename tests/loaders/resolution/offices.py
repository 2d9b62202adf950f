"""Offices without a name, each at several dates: in a sentence, the id of the owner, and who held it when."""

from __future__ import annotations

OFFICES: dict[tuple[str, str], dict[str, str]] = {
    ("The French president", "france"): {
        "1995-04-01": "francois-mitterrand", "1995-06-01": "jacques-chirac", "2008-06-01": "nicolas-sarkozy",
        "2019-06-01": "emmanuel-macron",
    },
    ("Turkey's foreign minister", "turkey"): {
        "2008-06-01": "ali-babacan", "2019-06-01": "mevlut-cavusoglu", "2024-06-01": "hakan-fidan",
    },
    ("The Israeli premier", "israel"): {
        "1995-06-01": "yitzhak-rabin", "2008-06-01": "ehud-olmert", "2019-06-01": "benjamin-netanyahu",
        "2021-09-01": "naftali-bennett",
    },
    ("Britain's prime minister", "united-kingdom"): {
        "1995-06-01": "john-major", "2008-06-01": "gordon-brown", "2019-06-01": "theresa-may",
        "2024-06-01": "rishi-sunak", "2024-09-01": "keir-starmer",
    },
    ("The US secretary of state", "united-states"): {
        "1995-06-01": "warren-christopher", "2008-06-01": "condoleezza-rice", "2019-06-01": "mike-pompeo",
        "2024-06-01": "antony-blinken",
    },
    ("The Saudi crown prince", "saudi-arabia"): {
        "1995-06-01": "abdullah-bin-abdulaziz", "2019-06-01": "mohammed-bin-salman",
    },
    ("The UN secretary-general", "united-nations"): {
        "1995-06-01": "boutros-boutros-ghali", "2008-06-01": "ban-ki-moon", "2019-06-01": "antonio-guterres",
    },
    ("The NATO chief", "nato"): {
        "1995-06-01": "willy-claes", "2008-06-01": "jaap-de-hoop-scheffer", "2019-06-01": "jens-stoltenberg",
        "2024-12-01": "mark-rutte",
    },
    ("Iran's supreme leader", "iran"): {"1995-06-01": "ali-khamenei", "2024-06-01": "ali-khamenei"},
    ("The Chinese leader", "china"): {
        "1995-06-01": "jiang-zemin", "2008-06-01": "hu-jintao", "2019-06-01": "xi-jinping",
    },
    ("The German chancellor", "germany"): {
        "1995-06-01": "helmut-kohl", "2004-06-01": "gerhard-schroeder", "2019-06-01": "angela-merkel",
        "2024-06-01": "olaf-scholz",
    },
    ("The Russian defence minister", "russia"): {
        "1995-06-01": "pavel-grachev", "2019-06-01": "sergei-shoigu", "2024-06-01": "andrei-belousov",
    },
    ("The IMF's managing director", "imf"): {
        "1995-06-01": "michel-camdessus", "2014-06-01": "christine-lagarde", "2024-06-01": "kristalina-georgieva",
    },
    ("The World Bank president", "world-bank"): {
        "2006-06-01": "paul-wolfowitz", "2014-06-01": "jim-yong-kim", "2024-06-01": "ajay-banga",
    },
    ("The Jordanian king", "jordan"): {"1995-06-01": "king-hussein", "2019-06-01": "king-abdullah-ii"},
    ("The South Korean president", "south-korea"): {
        "2017-01-10": "park-geun-hye", "2017-04-01": "hwang-kyo-ahn", "2017-06-01": "moon-jae-in",
    },
    ("The EU's top diplomat", "european-union"): {"2012-06-01": "catherine-ashton", "2021-06-01": "josep-borrell"},
    ("The Malian junta leader", "mali"): {"2024-01-01": "assimi-goita"},
    ("The UNICEF chief", "unicef"): {"2000-06-01": "carol-bellamy", "2012-06-01": "anthony-lake"},
    ("The Iranian foreign minister", "iran"): {
        "2015-06-01": "mohammad-javad-zarif", "2024-06-10": "ali-bagheri-kani", "2025-01-10": "abbas-araghchi",
    },
    ("Pakistan's army chief", "pakistan"): {"2018-05-01": "qamar-javed-bajwa", "2024-05-01": "asim-munir"},
}  # fmt: skip
CASES = [(phrase, of, date, holder) for (phrase, of), held in OFFICES.items() for date, holder in sorted(held.items())]
