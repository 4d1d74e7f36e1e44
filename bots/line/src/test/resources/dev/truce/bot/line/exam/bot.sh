# A bot that keeps to the protocol, but for the one property that its argument names.
broken=$1
asked=0
is() { [ "$broken" = "$1" ]; }

while read -r line; do
  set -- $line
  round=$3
  is long-lines && [ ${#line} -gt 8150 ] && exit 1
  case $line in
    twi*)
      echo "id name Example"
      if is options; then echo "option patience default 3"; else echo "option name patience type int default 3 min 0 max 9"; fi
      is handshake || echo twiok
      ;;
    isready) echo readyok ;;
    "go offers"*)
      case $line in *movetime*) is deadline && sleep 3 ;; esac
      is model-answers && echo "info no-answer HTTP 401"
      is stdout-purity && echo "thinking about soy"
      if is repeatable; then echo "offers $round SAY own \"$$\""; else echo "offers $round REASSURE"; fi
      ;;
    "go round"*)
      answer="HOLD"
      is legal-orders && answer="FENT=17; SOY=17"
      if is offers; then case $offers in *'"id"'*) answer="ACCEPT o99" ;; esac; fi
      is stale-round && [ "$round" != 1 ] && round=$((round - 1))
      echo "orders $round $answer"
      ;;
    position*) offers=${line#*\"offers\":} offers=${offers%%\]*} ;;
    error*) is illegal-reported && exit 1 ;;
    quit) is quit || exit 0 ;;
    newmatch* | scenario* | setoption* | endmatch | stop) ;;
    *) is unknown-commands && exit 1 ;;
  esac
done
