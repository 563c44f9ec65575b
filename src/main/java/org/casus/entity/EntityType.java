package org.casus.entity;

/** Classes of the ontology that an entity can have; the ontology's names without the underscore. */
public enum EntityType {
    STATE("State"),
    PERSON("Person"),
    GOVERNMENT_BODY("GovernmentBody"),
    MILITARY("Military"),
    ARMED_GROUP("ArmedGroup"),
    PARTY("Party"),
    INTERGOVERNMENTAL_ORGANISATION("IntergovernmentalOrganisation"),
    ORGANISATION("Organisation"),
    COMPANY("Company"),
    MEDIA_OUTLET("MediaOutlet"),
    POPULATION("Population"),
    GROUP("Group"),
    TERRITORY("Territory"),
    REGION("Region"),
    CITY("City"),
    CORRIDOR("Corridor"),
    SEA("Sea"),
    DISPUTED_TERRITORY("DisputedTerritory"),
    PLACE("Place"),
    ACTOR("Actor"),
    CONFLICT("Conflict"),
    TREATY("Treaty");

    private final String label;

    EntityType(String label) {
        this.label = label;
    }

    /** Its name in the ontology and in the extraction's JSON. */
    public String label() {
        return label;
    }

    /** Whether it can fill a role: a war or a treaty is spoken of, but neither acts nor is where something happens. */
    public boolean fillsRoles() {
        return this != CONFLICT && this != TREATY;
    }

    public boolean isPlace() {
        return switch (this) {
            case STATE, TERRITORY, REGION, CITY, CORRIDOR, SEA, DISPUTED_TERRITORY, PLACE -> true;
            default -> false;
        };
    }
}
